/** The computations of chapter 3, on the CPU. */
import '../../../backend-cpu.ts';
import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import {
  growPositions,
  type GrowthTask,
} from '../../../../src/lib/engine/computations/grow-positions.ts';
import { interpolatePositions } from '../../../../src/lib/engine/computations/interpolate-positions.ts';
import { learnedPositions } from '../../../../src/lib/engine/computations/learned-positions.ts';
import { newOrder, tokenOrder } from '../../../../src/lib/engine/computations/token-order.ts';
import { gridMeans } from '../../../../src/lib/figures/positions.ts';
import { createRandom } from '../../../../src/lib/tensors/random.ts';

describe('a fresh learned table', () => {
  test('has the spread that it is drawn with, and the same numbers for the same seed', async () => {
    const request = { positions: 49, embedDim: 32, seed: 3 };
    const table = await learnedPositions(request);
    const spread = Math.sqrt(table.reduce((sum, value) => sum + value ** 2, 0) / table.length);
    expect(table).toHaveLength(49 * 32);
    expect(spread).toBeCloseTo(0.02, 3);
    expect(await learnedPositions(request)).toEqual(table);
    expect(await learnedPositions({ ...request, seed: 4 })).not.toEqual(table);
  });
});

describe('patches in another order', () => {
  test('are a permutation, of which a swap moves two', () => {
    const sorted = (order: Uint32Array) => [...order].sort((a, b) => a - b);
    const all = Array.from({ length: 49 }, (_, i) => i);
    const shuffled = newOrder(49, 'shuffled', createRandom(1));
    const swapped = newOrder(49, 'swapped', createRandom(1));
    expect(sorted(shuffled)).toEqual(all);
    expect(sorted(swapped)).toEqual(all);
    expect(swapped.filter((patch, place) => patch !== place)).toHaveLength(2);
    expect([...newOrder(49, 'same', createRandom(1))]).toEqual(all);
  });

  const request = {
    image: Float32Array.from({ length: 12 * 12 * 3 }, (_, i) => ((i * 37) % 101) / 101),
    imageSize: 12,
    inChannels: 3,
    patchSize: 4,
    positionEmbeddings: ['none' as const, 'learned' as const, 'sinusoidal' as const],
    reordering: 'shuffled' as const,
    seed: 1,
    orderSeed: 1,
  };

  test('leave the class token alone without positions, and each patch’s token with its patch', async () => {
    const { runs } = await tokenOrder(request);
    expect(runs[0].outputDifference).toBeLessThan(1e-5);
    expect(runs[0].logitDifference).toBeLessThan(1e-5);
    expect(runs[0].patchDifference).toBeLessThan(1e-5);
  });

  test('move the class token with positions, and the patches’ tokens too', async () => {
    const { runs } = await tokenOrder(request);
    for (const run of runs.slice(1)) {
      expect(run.outputDifference).toBeGreaterThan(1e-4);
      expect(run.patchDifference).toBeGreaterThan(1e-4);
    }
  });

  test('change nothing at all when they stay', async () => {
    const { runs } = await tokenOrder({ ...request, reordering: 'same' });
    for (const run of runs) {
      expect(run.outputDifference).toBe(0);
      expect(run.after).toEqual(run.before);
    }
  });
});

describe('a table that grows', () => {
  const request = {
    task: 'grid' as GrowthTask,
    grid: 7,
    embedDim: 32,
    learningRate: 0.01,
    seed: 1,
    steps: 10,
    state: null,
  };

  test('begins with the loss of a guess', async () => {
    const { loss, state } = await growPositions({ ...request, steps: 0 });
    expect(loss).toBeCloseTo(2 * Math.log(7), 1);
    expect(state.step).toBe(0);
  });

  test('moves every number by the learning rate in Adam’s first step', async () => {
    const before = await growPositions({ ...request, steps: 0 });
    const after = await growPositions({ ...request, steps: 1 });
    const moves = after.state.table.map((value, i) => Math.abs(value - before.state.table[i]));
    expect(Math.max(...moves)).toBeCloseTo(0.01, 4);
    expect(Math.min(...moves)).toBeGreaterThan(0.0098);
  });

  test('is the same in two bursts as in one', async () => {
    const whole = await growPositions(request);
    const half = await growPositions({ ...request, steps: 5 });
    const rest = await growPositions({ ...request, steps: 5, state: half.state });
    expect(rest.state).toEqual(whole.state);
    expect([...half.losses, ...rest.losses]).toEqual([...whole.losses]);
  });

  test('shows a grid when asked for rows and columns, and none when asked for the index', async () => {
    for (const seed of [1, 2, 3]) {
      const grid = await growPositions({ ...request, seed, steps: 60 });
      const index = await growPositions({ ...request, task: 'index', seed, steps: 60 });
      expect([grid.accuracy, index.accuracy]).toEqual([1, 1]);
      const [cross, none] = [grid, index].map(({ cosines }) => gridMeans(cosines));
      expect(cross.sameLine - cross.others).toBeGreaterThan(0.35);
      expect(Math.abs(none.sameLine - none.others)).toBeLessThan(0.1);
    }
  }, 60_000);

  test('leaves no tensor behind', async () => {
    const before = memory().numTensors;
    await growPositions({ ...request, steps: 2 });
    await tokenOrderLeaves();
    expect(memory().numTensors).toBe(before);
  });

  async function tokenOrderLeaves() {
    await learnedPositions({ positions: 4, embedDim: 4, seed: 1 });
    await interpolatePositions({
      positionEmbedding: 'sinusoidal2d',
      from: 4,
      to: 5,
      embedDim: 8,
      seed: 1,
      interpolations: ['bilinear'],
    });
    await tokenOrder({
      image: new Float32Array(64),
      imageSize: 8,
      inChannels: 1,
      patchSize: 4,
      positionEmbeddings: ['none'],
      reordering: 'shuffled',
      seed: 1,
      orderSeed: 1,
    });
  }
});

describe('a table resized', () => {
  const request = {
    positionEmbedding: 'learned' as const,
    from: 4,
    to: 8,
    embedDim: 4,
    seed: 1,
    interpolations: ['bilinear' as const, 'bicubic' as const, 'bicubicAntialiased' as const],
  };

  test('takes a quarter and three quarters of its neighbours at twice the size, bilinear', async () => {
    const { resized } = await interpolatePositions(request);
    const [first, second, third] = [0, 1, 2].map((row) => [
      ...resized[0].weights.subarray(row * 4, row * 4 + 4),
    ]);
    expect(first).toEqual([1, 0, 0, 0]);
    expect(second).toEqual([0.75, 0.25, 0, 0]);
    expect(third).toEqual([0.25, 0.75, 0, 0]);
  });

  test('is the mixture that its weights say', async () => {
    const { before, resized } = await interpolatePositions(request);
    for (const { weights, table } of resized)
      for (const [row, column, d] of [
        [0, 0, 0],
        [3, 5, 1],
        [7, 2, 3],
      ]) {
        let sum = 0;
        for (let i = 0; i < 16; i++)
          sum +=
            weights[row * 4 + Math.floor(i / 4)] *
            weights[column * 4 + (i % 4)] *
            before[i * 4 + d];
        expect(table[(row * 8 + column) * 4 + d]).toBeCloseTo(sum, 6);
      }
  });

  test('is itself at its own size', async () => {
    const { before, resized } = await interpolatePositions({ ...request, to: 4 });
    for (const { table } of resized)
      table.forEach((value, i) => expect(value).toBeCloseTo(before[i], 6));
  });
});
