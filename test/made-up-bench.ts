/** A record of the bench with numbers whose ratios are known by hand. */
import type { BenchRecord, ContestantName, RowRecord } from '../src/lib/io/bench-record.ts';

function rowOf(contestant: ContestantName, median: number, gradient = 1e-6): RowRecord {
  return {
    contestant,
    agreement: { loss: 0, gradient },
    step: { low: median - 1, median, high: median + 1, count: 7 },
    stepReadSeldom: null,
    submit: null,
    rounds: 7,
    firstStepMs: 1234,
    draws: 321,
    programs: 43,
    uploads: 2,
    gpuBytes: 6.5e6,
    longestFrameMs: null,
    longestFrameWorkerMs: null,
  };
}

export const madeUpRecord: BenchRecord = {
  recorded: {
    command: 'npm run bench',
    date: '2026-01-02',
    machine: 'a machine',
    browser: 'a browser',
    seconds: 3,
  },
  floor: { gflops: 5, product: 'a product' },
  sizes: [
    {
      name: 'made up',
      label: 'a model',
      batchSize: 32,
      parameters: 12_345,
      tokens: 17,
      flopPerStep: 5e7,
      rows: [
        rowOf('ops', 80),
        rowOf('plain', 5, 0.3),
        rowOf('fused', 20),
        rowOf('jaxWasm', 10),
        { contestant: 'jaxWebgpu', missing: 'no adapter' },
      ],
    },
  ],
  curves: [
    {
      axis: 'batch',
      points: [4, 16].map((value) => ({
        value,
        steps: {
          fused: { low: value, median: value, high: value, count: 3 },
          ops: { low: 5 * value, median: 5 * value, high: 5 * value, count: 3 },
        },
      })),
    },
  ],
  sameness: null,
};
