/**
 * Principal components of rows of numbers: orthogonal directions, each of which keeps as much as any can of what the
 * ones before it leave over.
 *
 * In doubles; by Jacobi's method on the smaller of the two matrices X Xᵀ and Xᵀ X, with X the rows less their mean
 * (Golub and Van Loan, Matrix Computations, section 8.5).
 */

export interface PrincipalComponents {
  /** The mean row: [M]. */
  mean: Float64Array;
  /** Orthonormal rows, the most important first; the largest number of each is positive. */
  components: Float64Array[];
  /** What each keeps: the sum of squares of the rows' scores. */
  energies: number[];
}

/** Of `values`, [N, M] row-major: at most min(N − 1, M) components, without those that keep nothing. */
export function principalComponents(values: ArrayLike<number>, M: number): PrincipalComponents {
  const N = values.length / M;
  const mean = new Float64Array(M);
  for (let i = 0; i < values.length; i++) mean[i % M]! += values[i]! / N;
  const rows = Array.from({ length: N }, (_, n) =>
    Float64Array.from({ length: M }, (_, j) => values[n * M + j]! - mean[j]!),
  );
  const byRows = N <= M;
  const vectors = byRows ? rows : transposed(rows, M);
  const { eigenvalues, eigenvectors } = symmetricEigen(
    vectors.map((a) => Float64Array.from(vectors, (b) => dot(a, b))),
  );
  const most = Math.max(eigenvalues[0] ?? 0, 0);
  const kept = eigenvalues.filter((value, i) => i < Math.min(N - 1, M) && value > 1e-12 * most);
  const components = kept.map((_, i) =>
    facing(byRows ? unit(combined(eigenvectors[i]!, rows)) : eigenvectors[i]!),
  );
  return { mean, components, energies: kept };
}

export interface Eigen {
  /** The largest first. */
  eigenvalues: number[];
  /** Orthonormal, in the same order. */
  eigenvectors: Float64Array[];
}

const mostSweeps = 30;

/** Of a symmetric matrix, given as its rows: rotations that zero one pair after the other, until none is left. */
export function symmetricEigen(matrix: readonly Float64Array[]): Eigen {
  const n = matrix.length;
  const a = matrix.map((row) => row.slice());
  const v = a.map((_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  const scale = Math.sqrt(a.reduce((sum, row) => sum + dot(row, row), 0));
  const negligible = (1e-15 * scale) / Math.max(1, n);
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let rotated = false;
    for (let p = 0; p < n - 1; p++)
      for (let q = p + 1; q < n; q++)
        if (Math.abs(a[p]![q]!) > negligible) {
          rotate(a, v, p, q);
          rotated = true;
        }
    if (!rotated) break;
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!);
  return { eigenvalues: order.map((i) => a[i]![i]!), eigenvectors: order.map((i) => v[i]!) };
}

/** Turns axes p and q of the symmetric `a` so that a[p][q] becomes 0; rows p and q of `v` turn with them. */
function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): void {
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  turn(a[p]!, a[q]!, c, s);
  for (const row of a) {
    const [x, y] = [row[p]!, row[q]!];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  turn(v[p]!, v[q]!, c, s);
}

function turn(x: Float64Array, y: Float64Array, c: number, s: number): void {
  for (let i = 0; i < x.length; i++) {
    const [a, b] = [x[i]!, y[i]!];
    x[i] = c * a - s * b;
    y[i] = s * a + c * b;
  }
}

/** Orthonormal rows that span what the given ones span, in their order (Gram and Schmidt, twice for accuracy). */
export function orthonormal(rows: readonly Float64Array[]): Float64Array[] {
  const made: Float64Array[] = [];
  for (const row of rows) {
    const left = row.slice();
    for (let pass = 0; pass < 2; pass++)
      for (const one of made) {
        const along = dot(left, one);
        for (let i = 0; i < left.length; i++) left[i]! -= along * one[i]!;
      }
    made.push(unit(left));
  }
  return made;
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function unit(row: Float64Array): Float64Array {
  const length = Math.sqrt(dot(row, row));
  return row.map((value) => value / length);
}

/** The same direction, its largest number positive. */
function facing(row: Float64Array): Float64Array {
  const largest = row.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return largest < 0 ? row.map((value) => -value) : row;
}

function combined(weights: ArrayLike<number>, rows: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(rows[0]!.length);
  rows.forEach((row, n) => row.forEach((value, j) => (sum[j]! += weights[n]! * value)));
  return sum;
}

function transposed(rows: readonly Float64Array[], M: number): Float64Array[] {
  return Array.from({ length: M }, (_, j) => Float64Array.from(rows, (row) => row[j]!));
}
