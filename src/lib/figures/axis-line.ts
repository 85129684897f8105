/** The line of a dimension along the axis that it measures, as an SVG path: the same as under its letter. */

interface AxisLine {
  path: string;
  width: number;
  dashes?: string;
}

/** The room that a line takes across its length, pixels. */
export const axisRoom = 6;

const straight = (length: number, y: number) => `M0 ${y}H${length}`;

function wave(length: number): string {
  const halves = Math.floor(length / 4);
  const turns = Array.from({ length: halves }, (_, i) => `q2 ${i % 2 ? 3 : -3} 4 0`);
  return `M0 3${turns.join('')}`;
}

const lines: Record<string, (length: number) => AxisLine> = {
  N: (length) => ({ path: straight(length, 3), width: 1.5, dashes: '2 2' }),
  D: (length) => ({ path: straight(length, 3), width: 1.5 }),
  H: (length) => ({ path: wave(length), width: 1 }),
  K: (length) => ({ path: straight(length, 1.5) + straight(length, 4.5), width: 1 }),
  B: (length) => ({ path: straight(length, 3), width: 1.5, dashes: '5 3' }),
  M: (length) => ({ path: straight(length, 3), width: 3 }),
};

/** The line under an axis of a length in pixels, left to right; null where the dimension has no line. */
export function axisLine(letter: string | null, length: number): AxisLine | null {
  return letter === null ? null : (lines[letter]?.(length) ?? null);
}
