/** A drawing under way: its strokes, and what can be done to them. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Point, Stroke } from '../../lib/images/drawing.ts';

/** Cells along a side; a garment's 28 pixels are 4 cells each. */
export const drawingSide = 112;

export const tips = { thin: 2.5, medium: 5, thick: 9 } as const;
export type Tip = keyof typeof tips;

export interface DrawingState {
  strokes: ReadonlySignal<readonly Stroke[]>;
  begin(tool: Stroke['tool'], tip: Tip, point: Point): void;
  extend(...points: Point[]): void;
  undo(): void;
  clear(): void;
}

export function createDrawing(): DrawingState {
  const strokes = signal<readonly Stroke[]>([]);
  return {
    strokes,
    begin(tool, tip, point) {
      strokes.value = [...strokes.value, { tool, radius: tips[tip], points: [point] }];
    },
    extend(...points) {
      const last = strokes.value.at(-1);
      if (!last) return;
      const longer = { ...last, points: [...last.points, ...points] };
      strokes.value = [...strokes.value.slice(0, -1), longer];
    },
    undo() {
      strokes.value = strokes.value.slice(0, -1);
    },
    clear() {
      strokes.value = [];
    },
  };
}

/** The picker's: kept while the page is open, so that closing the picker loses nothing. */
export const pickerDrawing = createDrawing();
