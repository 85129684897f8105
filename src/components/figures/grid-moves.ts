/** Where a key leads among positions that lie in a grid. */
import type { Layout } from '../../lib/figures/positions.ts';

const moves: Record<string, readonly [right: number, down: number] | undefined> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The position that an arrow key leads to; the same one at the edge, null for another key. */
export function moved(key: string, from: number, { rows, columns }: Layout): number | null {
  const move = moves[key];
  if (!move) return null;
  const x = clamped((from % columns) + move[0], columns);
  const y = clamped(Math.floor(from / columns) + move[1], rows);
  return y * columns + x;
}

/** `value`, kept within 0 … count − 1. */
export function clamped(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}

/** The cell of a grid under the pointer. */
export function cellAt(event: PointerEvent, { rows, columns }: Layout): { x: number; y: number } {
  const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect();
  return {
    x: clamped(Math.floor(((event.clientX - left) / width) * columns), columns),
    y: clamped(Math.floor(((event.clientY - top) / height) * rows), rows),
  };
}
