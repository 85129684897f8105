/** The residual stream of one picture, station by station: how long each token is, what was added, where it points. */

/** A tensor as plain data, row-major. */
export interface Plain {
  shape: readonly number[];
  values: ArrayLike<number>;
}

/** A place in the stream: z₀, or what stands after a branch has been added. */
export interface Station {
  /** "embedded", "block 1, MSA". */
  name: string;
  /** The stream there: [T, D]. */
  stream: Plain;
  /** What the branch added: [T, D]; null at z₀. */
  added: Plain | null;
}

/** The 2L + 1 stations of a pre-norm encoder, from the trace of the forward pass. */
export function stationsOf(trace: Record<string, Plain>, depth: number): Station[] {
  const at = (path: string): Plain => {
    const found = trace[path];
    if (!found) throw new RangeError(`stream: the trace holds no ${path}`);
    return found;
  };
  const blocks = Array.from({ length: depth }, (_, block): Station[] => [
    {
      name: `block ${block + 1}, MSA`,
      stream: at(`blocks.${block}.attended`),
      added: at(`blocks.${block}.attention.output`),
    },
    {
      name: `block ${block + 1}, MLP`,
      stream: at(`blocks.${block}.output`),
      added: at(`blocks.${block}.mlp.output`),
    },
  ]);
  return [{ name: 'embedded', stream: at('embedded'), added: null }, ...blocks.flat()];
}

/** What is told of one token at one station. */
export interface Reading {
  name: string;
  /** Length of the token, |z|. */
  length: number;
  /** Length of what was added; 0 at z₀. */
  added: number;
  /** Cosine with the token as it was embedded, and with the station before; 1 at z₀. */
  withFirst: number;
  withBefore: number;
}

/** One token's readings along the stream. */
export function readingsOf(stations: readonly Station[], token: number): Reading[] {
  const rows = stations.map(({ stream }) => rowOf(stream, token));
  return stations.map(({ name, added }, i) => ({
    name,
    length: lengthOf(rows[i]!),
    added: added ? lengthOf(rowOf(added, token)) : 0,
    withFirst: cosine(rows[i]!, rows[0]!),
    withBefore: cosine(rows[i]!, rows[Math.max(0, i - 1)]!),
  }));
}

/** The mean of all tokens' readings. */
export function meanReadings(stations: readonly Station[]): Reading[] {
  const tokens = stations[0]!.stream.shape[0]!;
  const all = Array.from({ length: tokens }, (_, token) => readingsOf(stations, token));
  const mean = (station: number, key: 'length' | 'added' | 'withFirst' | 'withBefore') =>
    all.reduce((sum, readings) => sum + readings[station]![key], 0) / tokens;
  return stations.map(({ name }, i) => ({
    name,
    length: mean(i, 'length'),
    added: mean(i, 'added'),
    withFirst: mean(i, 'withFirst'),
    withBefore: mean(i, 'withBefore'),
  }));
}

/** The station whose branch adds most for the token's length before it. */
export function largestAddition(readings: readonly Reading[]): { station: number; ratio: number } {
  const ratios = readings.map(({ added }, i) => (i ? added / readings[i - 1]!.length : 0));
  const ratio = Math.max(...ratios);
  return { station: ratios.indexOf(ratio), ratio };
}

function rowOf({ shape, values }: Plain, row: number): number[] {
  const width = shape[1]!;
  return Array.from({ length: width }, (_, d) => values[row * width + d]!);
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const lengthOf = (a: readonly number[]) => Math.sqrt(dot(a, a));
const cosine = (a: readonly number[], b: readonly number[]) =>
  dot(a, b) / (lengthOf(a) * lengthOf(b) || 1);
