/** Two ways to make a side fit: to cut off what is left over, or to resize to the nearest multiple. */
import { divided } from '../../../lib/tensors/letters.ts';
import type { SideSettings } from './settings.ts';

export interface Side {
  /** Pixels, and what is left over of them. */
  side: number;
  over: number;
  /** The largest multiple that fits, and the nearest. */
  cropped: number;
  resized: number;
  /** How much the nearest stretches it. */
  stretch: number;
}

export function sideOf(side: number, patchSize: number): Side {
  const over = side % patchSize;
  const resized = Math.max(1, Math.round(side / patchSize)) * patchSize;
  return { side, over, cropped: side - over, resized, stretch: resized / side };
}

export interface Fit {
  across: Side;
  down: Side;
  /** Share of the pixels that a crop keeps. */
  kept: number;
  /** How much wider than high a circle becomes when it is resized; 1 leaves it round. */
  roundness: number;
}

export function fitOf({ width, height, patchSize }: SideSettings): Fit {
  const [across, down] = [sideOf(width, patchSize), sideOf(height, patchSize)];
  return {
    across,
    down,
    kept: (across.cropped * down.cropped) / (width * height),
    roundness: across.stretch / down.stretch,
  };
}

/** What the stage itself says of a side; null when it fits. */
export function complaint(name: string, side: number, patchSize: number): string | null {
  try {
    divided('patch embedding', [name, side], ['patchSize', patchSize]);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

export const fits = ({ across, down }: Fit): boolean => across.over === 0 && down.over === 0;
