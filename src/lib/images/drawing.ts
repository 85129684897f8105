/**
 * A drawing as ink on a square of cells: 0 is empty paper, 255 full ink.
 *
 * A stroke covers a cell by how far the cell's centre lies inside the pen's round tip, so that edges are smooth; the
 * drawing is the strokes in order, and undoing one draws the others anew.
 */
export interface Point {
  /** Cells from the left edge; cell i has its centre at i + 0.5. */
  x: number;
  /** Cells from the top edge. */
  y: number;
}

export interface Stroke {
  tool: 'pen' | 'rubber';
  /** Of the round tip, cells. */
  radius: number;
  points: Point[];
}

/** [side, side], 0 to 255. */
export type Ink = Uint8ClampedArray<ArrayBuffer>;

/** The ink that the strokes leave on an empty square. */
export function inkOf(strokes: readonly Stroke[], side: number): Ink {
  const ink = new Uint8ClampedArray(side * side);
  for (const stroke of strokes) addStroke(ink, side, stroke);
  return ink;
}

/** Adds a stroke, from its point number `from` on; a single point is a dot. */
export function addStroke(ink: Ink, side: number, stroke: Stroke, from = 0): void {
  const { points } = stroke;
  const first = Math.max(0, from - 1);
  if (points.length - first === 1) addSegment(ink, side, stroke, points[first]!, points[first]!);
  for (let i = first + 1; i < points.length; i++)
    addSegment(ink, side, stroke, points[i - 1]!, points[i]!);
}

function addSegment(ink: Ink, side: number, { tool, radius }: Stroke, a: Point, b: Point): void {
  const reach = radius + 0.5;
  const clamp = (value: number) => Math.min(side, Math.max(0, value));
  const [left, right] = [Math.min(a.x, b.x) - reach, Math.max(a.x, b.x) + reach];
  const [top, bottom] = [Math.min(a.y, b.y) - reach, Math.max(a.y, b.y) + reach];
  for (let y = Math.floor(clamp(top)); y < clamp(bottom); y++)
    for (let x = Math.floor(clamp(left)); x < clamp(right); x++) {
      const distance = distanceTo({ x: x + 0.5, y: y + 0.5 }, a, b);
      const covered = 255 * Math.min(1, Math.max(0, reach - distance));
      const at = y * side + x;
      ink[at] = tool === 'pen' ? Math.max(ink[at]!, covered) : Math.min(ink[at]!, 255 - covered);
    }
}

/** The distance of a point from a segment. */
function distanceTo(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / square;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}
