/**
 * Filters for a picture's own patches: their principal components, and random directions for comparison.
 *
 * Nothing is trained. Both sets are orthonormal, so that a patch is rebuilt from its mean and its scores alone.
 */
import { tensor4d } from '@tensorflow/tfjs-core';
import { patchify } from '../../stages/patchify.ts';
import { dot, orthonormal, principalComponents } from '../../tensors/principal-components.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

export interface PatchFiltersRequest {
  /** [S, S, C] values from 0 to 1, row-major, channels last. */
  image: Float32Array;
  imageSize: number;
  inChannels: number;
  patchSize: number;
  /** Of the random directions. */
  seed: number;
}

export interface FilterSet {
  /** [K, P²C], orthonormal rows. */
  filters: Float32Array;
  /** Each patch less the mean patch, times each filter: [N, K]. */
  scores: Float32Array;
  /** Root mean square of what is missing when the first k filters rebuild the picture, k = 0 … K. */
  errors: number[];
}

export interface PatchFiltersResult {
  /** K: as many filters as it takes to rebuild the patches. */
  count: number;
  /** The mean patch: [P²C]. */
  mean: Float32Array;
  principal: FilterSet;
  random: FilterSet;
}

export async function patchFilters(request: PatchFiltersRequest): Promise<PatchFiltersResult> {
  const { image, imageSize, inChannels, patchSize, seed } = request;
  const M = patchSize * patchSize * inChannels;
  const made = scoped(() => ({
    patches: patchify(tensor4d(image, [1, imageSize, imageSize, inChannels]), request),
  }));
  const patches = await readTensor(made.patches);
  release(made);
  const { mean, components } = principalComponents(patches, M);
  const random = createRandom(seed);
  const directions = components.map(() => Float64Array.from({ length: M }, random.normal));
  const centred = Array.from({ length: patches.length / M }, (_, n) =>
    mean.map((value, j) => patches[n * M + j]! - value),
  );
  return {
    count: components.length,
    mean: Float32Array.from(mean),
    principal: filterSet(components, centred),
    random: filterSet(orthonormal(directions), centred),
  };
}

function filterSet(filters: readonly Float64Array[], rows: readonly Float64Array[]): FilterSet {
  const scores = rows.map((row) => filters.map((filter) => dot(row, filter)));
  const total = rows.reduce((sum, row) => sum + dot(row, row), 0);
  const numbers = rows.length * (rows[0]?.length ?? 1);
  let kept = 0;
  const errors = [Math.sqrt(total / numbers)];
  filters.forEach((_, k) => {
    kept += scores.reduce((sum, row) => sum + row[k]! ** 2, 0);
    errors.push(Math.sqrt(Math.max(0, total - kept) / numbers));
  });
  return {
    filters: Float32Array.from(filters.flatMap((filter) => [...filter])),
    scores: Float32Array.from(scores.flat()),
    errors,
  };
}
