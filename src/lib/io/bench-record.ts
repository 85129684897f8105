/**
 * All that `content/bench.json` says of the speed of a training step; written by `npm run bench`.
 *
 * Times are of one machine and one browser: only their ratios mean anything elsewhere.
 */
export interface BenchRecord {
  recorded: BenchRecorded;
  floor: Floor;
  sizes: SizeRecord[];
  curves: CurveRecord[];
  /** Null until `--sameness` has run. */
  sameness: SamenessRecord | null;
}

export interface BenchRecorded {
  command: string;
  /** Year, month, day. */
  date: string;
  machine: string;
  browser: string;
  /** Of the whole run. */
  seconds: number;
}

/** What the same browser's best matrix product of 512 × 512 numbers does. */
export interface Floor {
  /** Billions of multiplications and additions a second. */
  gflops: number;
  /** Which of the products tried it was. */
  product: string;
}

export const contestantLabels = {
  stock: 'tf.layers',
  mended: 'tf.layers, mended',
  ops: 'tfjs operations',
  plain: 'plain step',
  fused: 'fused step',
  jaxWasm: 'jax-js, wasm',
  jaxWebgl: 'jax-js, WebGL',
  jaxWebgpu: 'jax-js, WebGPU',
} as const;

export type ContestantName = keyof typeof contestantLabels;

export interface SizeRecord {
  name: string;
  /** The model and the batch in words. */
  label: string;
  batchSize: number;
  parameters: number;
  tokens: number;
  /** Multiplications and additions of a step, forward and backward. */
  flopPerStep: number;
  rows: (RowRecord | MissingRow)[];
}

/** A contestant that did not run, and why. */
export interface MissingRow {
  contestant: ContestantName;
  missing: string;
}

export interface RowRecord {
  contestant: ContestantName;
  /** Largest differences from the plain path at the same weights. */
  agreement: Agreement;
  /** Of a step whose loss is read, ms. */
  step: Spread;
  /** Of a step when the loss is read every tenth step, ms; null where the library reads it by itself. */
  stepReadSeldom: Spread | null;
  /** From the call to its return, ms; null where the library waits in between. */
  submit: Spread | null;
  rounds: number;
  /** The very first step, programs and all, ms. */
  firstStepMs: number;
  /** Draw calls of a step; null without WebGL, as the next three. */
  draws: number | null;
  /** WebGL programs linked for the first step. */
  programs: number | null;
  /** Textures filled from JavaScript in a step. */
  uploads: number | null;
  /** Largest sum of all textures. */
  gpuBytes: number | null;
  /** The longest time between two animation frames while training on the page's own thread, ms. */
  longestFrameMs: number | null;
  /** The same while a worker trains, ms. */
  longestFrameWorkerMs: number | null;
}

export interface Agreement {
  loss: number;
  /** Of any parameter; null where the library does not give gradients. */
  gradient: number | null;
}

/** Median and quartiles. */
export interface Spread {
  low: number;
  median: number;
  high: number;
  /** How many were measured. */
  count: number;
}

export interface CurveRecord {
  axis: CurveAxis;
  points: CurvePoint[];
}

export type CurveAxis = 'batch' | 'depth' | 'tokens';

export interface CurvePoint {
  value: number;
  /** Of a step, ms. */
  steps: Partial<Record<ContestantName, Spread>>;
}

/** Fused against plain, step by step and as whole runs. */
export interface SamenessRecord {
  singleSteps: SingleSteps;
  steps: number;
  runs: { seed: number; fused: number; plain: number }[];
  /** Largest |fused − plain| of the final losses. */
  gap: number;
  /** Largest minus smallest final loss of the plain runs. */
  spread: number;
}

/** Single steps of both kinds, each pair from the same state of a plain run. */
export interface SingleSteps {
  steps: number;
  /** Of any parameter but the keys' bias, whose gradient is zero but for rounding: the largest difference. */
  largest: number;
}

/** What two ways to the same number may differ by, relative to the largest of the numbers or 1. */
export const agreementTolerance = 1e-4;

export function agrees({ loss, gradient }: Agreement): boolean {
  return loss <= agreementTolerance && (gradient ?? 0) <= agreementTolerance;
}

export function isMissing(row: RowRecord | MissingRow): row is MissingRow {
  return 'missing' in row;
}

/** The rows of those that ran. */
export function rowsThatRan({ rows }: SizeRecord): RowRecord[] {
  return rows.filter((row): row is RowRecord => !isMissing(row));
}

/** The row of a contestant that ran. */
export function rowOf(size: SizeRecord, contestant: ContestantName): RowRecord | undefined {
  return rowsThatRan(size).find((row) => row.contestant === contestant);
}

/** How many of the fused step's steps a contestant's step takes; undefined where one of the two did not run. */
export function timesFused(size: SizeRecord, contestant: ContestantName): number | undefined {
  const [row, fused] = [rowOf(size, contestant), rowOf(size, 'fused')];
  return row && fused && row.step.median / fused.step.median;
}

/** What a step would take if all of it ran as fast as the floor's product, ms. */
export function floorMs({ flopPerStep }: SizeRecord, { gflops }: Floor): number {
  return flopPerStep / gflops / 1e6;
}

export function imagesPerSecond({ batchSize }: SizeRecord, { step }: RowRecord): number {
  return (batchSize / step.median) * 1000;
}
