import type { ComponentChildren } from 'preact';
import type { Layout } from '../../lib/figures/positions.ts';
import { cellAt, moved } from './grid-moves.ts';
import './choice.css';

interface ChoiceProps {
  layout: Layout;
  /** The chosen position, from 0; −1 for none. */
  chosen: number;
  onChoose: (position: number) => void;
  /** Another cell with a ring of its own, dashed; Shift and the arrow keys move it. */
  second?: number;
  onChooseSecond?: (position: number) => void;
  label: string;
  class?: string;
  children: ComponentChildren;
}

/** A picture of positions in a grid: point at one, or move with the arrow keys. */
export function Choice({
  layout,
  chosen,
  onChoose,
  second,
  onChooseSecond,
  label,
  class: className,
  children,
}: ChoiceProps) {
  function point(event: PointerEvent): void {
    const { x, y } = cellAt(event, layout);
    onChoose(y * layout.columns + x);
  }

  function press(event: KeyboardEvent): void {
    const forSecond = event.shiftKey && onChooseSecond !== undefined;
    const to = moved(event.key, forSecond ? (second ?? chosen) : chosen, layout);
    if (to === null) return;
    event.preventDefault();
    (forSecond ? onChooseSecond : onChoose)(to);
  }

  const { rows, columns } = layout;
  const place = (cell: number) => `--x:${cell % columns};--y:${Math.floor(cell / columns)}`;
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
      {second !== undefined && second >= 0 && <span class="chosen second" style={place(second)} />}
      {chosen >= 0 && <span class="chosen" style={place(chosen)} />}
    </div>
  );
}
