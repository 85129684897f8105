/**
 * One scene seen through a window that moves: what a convolution and what a patch embedding make of every shift.
 *
 * Shifted by k pixels, the window's content has moved k pixels to the right; new content comes in at the left.
 */
import { conv2d, reshape, tensor4d, type Tensor4D } from '@tensorflow/tfjs-core';
import { initPatchEmbedding, patchEmbedding } from '../../stages/patch-embedding.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

export interface ShiftTestRequest {
  /** The scene, [S + most, S + most, C], row-major, channels last. */
  image: Float32Array;
  /** S of the window. */
  imageSize: number;
  /** The largest shift, pixels: all from 0 on are run. */
  most: number;
  inChannels: number;
  patchSize: number;
  /** Side of the convolution's kernel, odd; its stride is 1. */
  kernelSize: number;
  /** Filters of the convolution, and D. */
  features: number;
  seed: number;
}

/** The largest |difference| of a shift, over all features, as a share of the largest magnitude without a shift. */
export interface ShiftDifference {
  /** Of responses that see no edge, each followed to where it has moved. */
  convolution: number;
  /** Of tokens, each followed to the place that is nearest: round(k / P) places on. */
  tokens: number;
}

export interface ShiftTestResult {
  /** [most + 1, S, S, F]. */
  responses: Float32Array;
  /** [most + 1, G, G, F]. */
  tokens: Float32Array;
  /** For each shift from 0 on. */
  differences: ShiftDifference[];
}

export async function shiftTest(request: ShiftTestRequest): Promise<ShiftTestResult> {
  const { imageSize, patchSize, kernelSize, features } = request;
  const made = scoped(() => {
    const windows = windowsOf(request); // [most + 1, S, S, C]
    return { responses: convolved(windows, request), tokens: embedded(windows, request) };
  });
  const [responses, tokens] = await Promise.all([made.responses, made.tokens].map(readTensor));
  release(made);
  const margin = (kernelSize - 1) / 2;
  const differences = Array.from({ length: request.most + 1 }, (_, k) => ({
    convolution: apart(responses!, { side: imageSize, features, k, places: k, margin }),
    tokens: apart(tokens!, {
      side: imageSize / patchSize,
      features,
      k,
      places: Math.round(k / patchSize),
      margin: 0,
    }),
  }));
  return { responses: responses!, tokens: tokens!, differences };
}

/** The window at every shift: [most + 1, S, S, C]. */
function windowsOf({ image, imageSize: S, most, inChannels: C }: ShiftTestRequest): Tensor4D {
  const windows = new Float32Array((most + 1) * S * S * C);
  const [top, width] = [Math.floor(most / 2), S + most];
  for (let k = 0; k <= most; k++)
    for (let y = 0; y < S; y++) {
      const from = ((top + y) * width + most - k) * C;
      windows.set(image.subarray(from, from + S * C), (k * S + y) * S * C);
    }
  return tensor4d(windows, [most + 1, S, S, C]);
}

/** A convolution of stride 1 with fresh filters, zeros beyond the edge. */
function convolved(
  windows: Tensor4D,
  { kernelSize: k, inChannels: C, features, seed }: ShiftTestRequest,
): Tensor4D {
  const random = createRandom(seed).fork('convolution');
  const filters = random.normalTensor([k, k, C, features], (k * k * C) ** -0.5);
  return conv2d(windows, filters as Tensor4D, 1, 'same');
}

/** The patch embedding with fresh weights, tokens as they lie in the window. */
function embedded(windows: Tensor4D, request: ShiftTestRequest): Tensor4D {
  const { imageSize, patchSize, inChannels, features, seed } = request;
  const config = { imageSize, patchSize, inChannels, embedDim: features };
  const parameters = initPatchEmbedding(config, createRandom(seed));
  const { output } = patchEmbedding(parameters, windows, config); // [most + 1, N, F]
  const G = imageSize / patchSize;
  return reshape(output, [windows.shape[0], G, G, features]);
}

interface Following {
  /** Of the maps. */
  side: number;
  features: number;
  /** The shift, and how far to the right its map is followed, in its own cells. */
  k: number;
  places: number;
  /** Cells at the edge that do not count. */
  margin: number;
}

/** How far the maps of shift k, [side, side, F], lie from those of shift 0. */
function apart(maps: Float32Array, { side, features: F, k, places, margin }: Following): number {
  const size = side * side * F;
  let difference = 0;
  for (let y = margin; y < side - margin; y++)
    for (let x = margin; x < side - margin - places; x++)
      for (let d = 0; d < F; d++) {
        const at = (y * side + x) * F + d;
        difference = Math.max(difference, Math.abs(maps[k * size + at + places * F]! - maps[at]!));
      }
  return difference / maps.subarray(0, size).reduce((m, v) => Math.max(m, Math.abs(v)), 0);
}
