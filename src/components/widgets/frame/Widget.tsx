import type { ComponentChildren } from 'preact';
import type { BackendName } from '../../../lib/engine/protocol.ts';
import type { WidgetState } from '../engine/use-computation.ts';

interface WidgetProps {
  /** The folder's name. */
  name: string;
  /** Where it is not the name with `-title`. */
  titleId?: string;
  title: string;
  /** What the reader can do here. */
  intro: ComponentChildren;
  state: WidgetState;
  backend?: BackendName;
  class?: string;
  style?: string;
  /** Controls, figures and the status line. */
  children: ComponentChildren;
}

/** The frame of a widget: its heading, and what tests read of its state. Other attributes are the frame's own. */
export function Widget({ class: className, ...props }: WidgetProps) {
  const { name, titleId = `${name}-title`, title, intro, state, backend, children, ...own } = props;
  return (
    <section
      class={className ? `widget ${className}` : 'widget'}
      data-widget={name}
      data-state={state}
      data-backend={backend}
      aria-labelledby={titleId}
      {...own}
    >
      <header>
        <h3 id={titleId}>{title}</h3>
        <p>{intro}</p>
      </header>
      {children}
    </section>
  );
}
