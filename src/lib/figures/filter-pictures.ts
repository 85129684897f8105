/** Filters as small pictures, and a picture rebuilt from the first of them: plain arrays in, RGBA or floats out. */
import { largest, type Picture } from './pictures.ts';

export interface PatchLayout {
  /** P and C. */
  patchSize: number;
  inChannels: number;
}

export interface SheetOptions extends PatchLayout {
  /** How many filters are shown, and how many stand in a row. */
  shown: number;
  columns: number;
  /** Filters from here on are faint. */
  kept: number;
}

const faint = 80;

/** Filters [K, P²C] side by side, a transparent pixel between them; each on a scale of its own about mid grey. */
export function filterSheet(filters: Float32Array, options: SheetOptions): Picture {
  const { patchSize: P, inChannels: C, shown, columns, kept } = options;
  const M = P * P * C;
  const count = Math.min(shown, filters.length / M);
  const [width, height] = [columns, Math.ceil(shown / columns)].map((n) => n * (P + 1) - 1);
  const data = new Uint8ClampedArray(width! * height! * 4);
  for (let k = 0; k < count; k++) {
    const filter = filters.subarray(k * M, (k + 1) * M);
    const most = largest(filter.map(Math.abs));
    const [left, top] = [(k % columns) * (P + 1), Math.floor(k / columns) * (P + 1)];
    for (let i = 0; i < P * P; i++) {
      const at = ((top + Math.floor(i / P)) * width! + left + (i % P)) * 4;
      for (let c = 0; c < 3; c++)
        data[at + c] = 127.5 * (1 + filter[i * C + (C === 1 ? 0 : c)]! / most);
      data[at + 3] = k < kept ? 255 : faint;
    }
  }
  return { width: width!, height: height!, data };
}

export interface RebuildOptions extends PatchLayout {
  /** How many filters are taken. */
  kept: number;
  /** K. */
  count: number;
}

/** The mean patch and the first filters, weighted by each patch's scores: [N, P²C]. */
export function rebuiltPatches(
  mean: Float32Array,
  { filters, scores }: { filters: Float32Array; scores: Float32Array },
  { kept, count }: RebuildOptions,
): Float32Array {
  const M = mean.length;
  const N = count === 0 ? 0 : scores.length / count;
  const rows = new Float32Array(N * M);
  for (let n = 0; n < N; n++) {
    const row = rows.subarray(n * M, (n + 1) * M);
    row.set(mean);
    for (let k = 0; k < kept; k++) {
      const [score, start] = [scores[n * count + k]!, k * M];
      for (let j = 0; j < M; j++) row[j]! += score * filters[start + j]!;
    }
  }
  return rows;
}

/** Patches [N, P²C], 0 to 1, laid out as a picture: G by G of them, or `columns` in a row. */
export function patchesPicture(
  patches: ArrayLike<number>,
  { patchSize: P, inChannels: C }: PatchLayout,
  columns = Math.round(Math.sqrt(patches.length / (P * P * C))),
): Picture {
  const N = patches.length / (P * P * C);
  const [width, height] = [columns * P, Math.ceil(N / columns) * P];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < N * P * P; i++) {
    const [patch, pixel] = [Math.floor(i / (P * P)), i % (P * P)];
    const x = (patch % columns) * P + (pixel % P);
    const y = Math.floor(patch / columns) * P + Math.floor(pixel / P);
    const at = (y * width + x) * 4;
    for (let c = 0; c < 3; c++) data[at + c] = 255 * patches[i * C + (C === 1 ? 0 : c)]!;
    data[at + 3] = 255;
  }
  return { width, height, data };
}
