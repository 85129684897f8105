import type { ComponentChildren } from 'preact';
import type { Layout } from '../../../lib/figures/positions.ts';
import { cellAt, moved } from './move.ts';

interface ChoiceProps {
  layout: Layout;
  /** The chosen position, from 0. */
  chosen: number;
  onChoose: (position: number) => void;
  label: string;
  class?: string;
  children: ComponentChildren;
}

/** A picture of positions in a grid: point at one, or move with the arrow keys. */
export function Choice({
  layout,
  chosen,
  onChoose,
  label,
  class: className,
  children,
}: ChoiceProps) {
  function point(event: PointerEvent): void {
    const { x, y } = cellAt(event, layout);
    onChoose(y * layout.columns + x);
  }

  function press(event: KeyboardEvent): void {
    const to = moved(event.key, chosen, layout);
    if (to === null) return;
    event.preventDefault();
    onChoose(to);
  }

  const { rows, columns } = layout;
  const place = { x: chosen % columns, y: Math.floor(chosen / columns) };
  return (
    <div
      class={`choice ${className ?? ''}`}
      style={`--rows:${rows};--columns:${columns}`}
      role="application"
      tabIndex={0}
      aria-label={`${label} Arrow keys move to another position.`}
      onPointerDown={point}
      onPointerMove={(event) => event.buttons === 1 && point(event)}
      onKeyDown={press}
    >
      {children}
      <span class="chosen" style={`--x:${place.x};--y:${place.y}`} />
    </div>
  );
}
