/** The drawing under way: kept while the page is open, so that closing the picker loses nothing. */
import { signal } from '@preact/signals';
import type { Point, Stroke } from '../../lib/images/drawing.ts';

/** Cells along a side; a garment's 28 pixels are 4 cells each. */
export const drawingSide = 112;

export const tips = { thin: 2.5, medium: 5, thick: 9 } as const;
export type Tip = keyof typeof tips;

export const strokes = signal<readonly Stroke[]>([]);

export function beginStroke(tool: Stroke['tool'], tip: Tip, point: Point): void {
  strokes.value = [...strokes.value, { tool, radius: tips[tip], points: [point] }];
}

export function extendStroke(...points: Point[]): void {
  const last = strokes.value.at(-1);
  if (!last) return;
  strokes.value = [...strokes.value.slice(0, -1), { ...last, points: [...last.points, ...points] }];
}

export function undoStroke(): void {
  strokes.value = strokes.value.slice(0, -1);
}

export function clearStrokes(): void {
  strokes.value = [];
}
