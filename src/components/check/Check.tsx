import type { ComponentChildren } from 'preact';
import { useAwake } from '../figures/use-awake.ts';
import './check.css';

interface CheckProps {
  /** The widget's name, for tests. */
  name: string;
  /** `Question`s. */
  children: ComponentChildren;
}

/** The end of a chapter: questions that are answered by predicting first. */
export function Check({ name, children }: CheckProps) {
  return (
    <section
      class="check"
      data-widget={name}
      data-state={useAwake() ? 'ready' : 'poster'}
      aria-labelledby={`${name}-title`}
    >
      <h2 id={`${name}-title`}>Check yourself</h2>
      <ol>{children}</ol>
    </section>
  );
}
