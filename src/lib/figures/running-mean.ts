/** The mean of the first k of some draws, and how far it can be trusted. */
export interface RunningMean {
  /** Mean of the first 1, 2, …, n. */
  means: Float64Array;
  /** Standard error of the mean of all n: their spread / √n; NaN for a single draw. */
  error: number;
}

export function runningMean(draws: ArrayLike<number>): RunningMean {
  const n = draws.length;
  const means = new Float64Array(n);
  let [sum, squares] = [0, 0];
  for (let k = 0; k < n; k++) {
    sum += draws[k]!;
    squares += draws[k]! ** 2;
    means[k] = sum / (k + 1);
  }
  const variance = Math.max(0, squares - sum ** 2 / n) / (n - 1);
  return { means, error: Math.sqrt(variance / n) };
}

/** One column of a matrix [rows, columns]. */
export function columnOf(
  matrix: Float32Array,
  columns: number,
  column: number,
  rows: number,
): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => matrix[row * columns + column]!);
}
