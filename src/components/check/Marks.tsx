import { useState } from 'preact/hooks';

interface MarksProps {
  /** Of the sentence that tells the state; one page may hold several. */
  id?: string;
  label: string;
  /** G. */
  grid: number;
  /** The place that the question is about; it cannot be marked. */
  fixed: number;
  marked: ReadonlySet<number>;
  onToggle: (place: number) => void;
}

const moves: Record<string, readonly [number, number] | undefined> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A prediction that is drawn: places of a grid, marked by pressing them, or by arrow keys and the space bar. */
export function Marks({ id = 'marks-state', label, grid, fixed, marked, onToggle }: MarksProps) {
  const [cursor, setCursor] = useState(0);
  const within = (value: number) => Math.max(0, Math.min(grid - 1, value));

  function press(event: KeyboardEvent): void {
    const move = moves[event.key];
    if (move) {
      const x = within((cursor % grid) + move[0]);
      setCursor(within(Math.floor(cursor / grid) + move[1]) * grid + x);
    } else if (event.key === ' ' || event.key === 'Enter') toggle(cursor);
    else return;
    event.preventDefault();
  }

  function toggle(place: number): void {
    setCursor(place);
    if (place !== fixed) onToggle(place);
  }

  const state = marked.has(cursor) ? 'marked' : cursor === fixed ? 'the position itself' : 'free';
  return (
    <div class="marks">
      <div
        class="marks-grid"
        style={`--grid:${grid}`}
        role="application"
        tabIndex={0}
        aria-label={`${label} Arrow keys move, the space bar marks.`}
        aria-describedby={id}
        onKeyDown={press}
      >
        {Array.from({ length: grid * grid }, (_, place) => (
          <i
            key={place}
            class={`${place === fixed ? 'fixed' : ''} ${place === cursor ? 'cursor' : ''}`}
            data-marked={marked.has(place) || undefined}
            onClick={() => toggle(place)}
          />
        ))}
      </div>
      <p id={id} aria-live="polite">
        Row {Math.floor(cursor / grid)}, column {cursor % grid}: {state}. {marked.size} marked.
      </p>
    </div>
  );
}
