/** What "Three ways to tokens" starts with, and what can be chosen. */
import type { TokenReshapesResult } from '../../../lib/engine/computations/token-reshapes.ts';

export interface ReshapeSettings {
  /** B. */
  batch: number;
}

export const defaults: ReshapeSettings = { batch: 2 };
export const batches = [1, 2];

/** ViT-B/16's: S, P and C; D = P²C, for the filters are the identity. */
export const imageSize = 224;
export const patchSize = 16;
export const inChannels = 3;

export type Way = Exclude<keyof TokenReshapesResult, 'convolved'>;
export const ways: readonly Way[] = ['right', 'silent', 'merged'];

/** The line of PyTorch, with N and D as numbers. */
export function lineOf(way: Way, [, D, G]: readonly number[]): string {
  const N = G! * G!;
  const lines: Record<Way, string> = {
    right: 'x.flatten(2).transpose(1, 2)',
    silent: `x.reshape(B, ${N}, ${D})`,
    merged: `x.reshape(-1, ${N}).transpose(0, 1)`,
  };
  return lines[way];
}

/** The picture and, where there are two, its mirror image: [B, S, S, C]. */
export function batchOf(image: Float32Array, batch: number): Float32Array<ArrayBuffer> {
  const images = new Float32Array(batch * image.length);
  images.set(image);
  if (batch === 2) images.set(mirrored(image), image.length);
  return images;
}

function mirrored(image: Float32Array): Float32Array {
  const [S, C] = [imageSize, inChannels];
  return image.map((_, i) => {
    const [row, x, c] = [Math.floor(i / (S * C)), Math.floor(i / C) % S, i % C];
    return image[(row * S + (S - 1 - x)) * C + c]!;
  });
}
