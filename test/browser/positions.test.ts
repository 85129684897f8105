/** Chapter 3's computations on WebGL, in the worker, against plain arithmetic in doubles. */
import { expect, test } from 'vitest';
import { growthRequest } from '../../src/components/widgets/table-grows/settings.ts';
import { startEngine } from '../../src/lib/engine/client.ts';
import type { GrowthState } from '../../src/lib/engine/computations/grow-positions.ts';
import { gridMeans } from '../../src/lib/figures/positions.ts';
import { createRandom } from '../../src/lib/tensors/random.ts';

const engine = await startEngine();
const grow = async (task: 'grid' | 'index', steps: number, state: GrowthState | null) => {
  const request = { ...growthRequest(task, 1), steps, state };
  return (await engine.compute('test', 'growPositions', request)).result;
};

const G = 7;
const N = G * G;
const D = 32;

interface Head {
  classes: number;
  /** [D, classes]. */
  weight: number[];
  answer: (position: number) => number;
}

/** The heads of the request, drawn from the same sequence: uniform within ±√(6 / (in + out)). */
function heads(task: 'grid' | 'index'): Head[] {
  const random = createRandom(1).fork('heads');
  const head = (classes: number, answer: Head['answer']): Head => {
    const limit = Math.sqrt(6 / (D + classes));
    const weight = Array.from({ length: D * classes }, () => (random.uniform() - 0.5) * 2 * limit);
    return { classes, weight, answer };
  };
  if (task === 'index') return [head(N, (p) => p)];
  return [head(G, (p) => Math.floor(p / G)), head(G, (p) => p % G)];
}

/** Adds a head's gradient of the mean cross-entropy to `gradient`, [N, D]. */
function addGradient(gradient: number[], table: ArrayLike<number>, head: Head): void {
  const { classes, weight, answer } = head;
  for (let p = 0; p < N; p++) {
    const logits = Array.from({ length: classes }, (_, c) => {
      let sum = 0;
      for (let d = 0; d < D; d++) sum += table[p * D + d] * weight[d * classes + c];
      return sum;
    });
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
    for (let c = 0; c < classes; c++) {
      const error = (Math.exp(logits[c]) / total - (c === answer(p) ? 1 : 0)) / N;
      for (let d = 0; d < D; d++) gradient[p * D + d] += error * weight[d * classes + c];
    }
  }
}

test('the gradient of the table is that of plain arithmetic, over odd numbers of classes', async () => {
  for (const task of ['grid', 'index'] as const) {
    const before = await grow(task, 0, null);
    const after = await grow(task, 1, null);
    const expected = new Array<number>(N * D).fill(0);
    for (const head of heads(task)) addGradient(expected, before.state.table, head);
    const found = Array.from(after.state.first, (value) => value / 0.1); // m₁ = (1 − β₁) g
    const scale = Math.max(...expected.map(Math.abs));
    const error = Math.max(...found.map((value, i) => Math.abs(value - expected[i])));
    expect(error / scale, task).toBeLessThan(1e-4);
  }
});

test('a table that was asked for rows and columns shows a cross', async () => {
  let state: GrowthState | null = null;
  for (let burst = 0; burst < 12; burst++) ({ state } = await grow('grid', 5, state));
  const { accuracy, cosines } = await grow('grid', 0, state);
  const { sameLine, others } = gridMeans(cosines);
  expect(accuracy).toBeCloseTo(1, 5);
  expect(sameLine - others).toBeGreaterThan(0.35);
});

test('without positions the class token does not see that patches have moved', async () => {
  const image = Float32Array.from({ length: 12 * 12 * 3 }, (_, i) => ((i * 37) % 101) / 101);
  const { result } = await engine.compute('test', 'tokenOrder', {
    image,
    imageSize: 12,
    inChannels: 3,
    patchSize: 4,
    positionEmbeddings: ['none', 'sinusoidal'],
    reordering: 'shuffled',
    seed: 1,
    orderSeed: 1,
  });
  expect(result.runs[0].outputDifference).toBeLessThan(1e-5);
  expect(result.runs[0].patchDifference).toBeLessThan(1e-5);
  expect(result.runs[1].outputDifference).toBeGreaterThan(1e-3);
});

test('a resized table is the mixture that its weights say', async () => {
  const { result } = await engine.compute('test', 'interpolatePositions', {
    positionEmbedding: 'learned',
    from: 4,
    to: 7,
    embedDim: 8,
    seed: 1,
    interpolations: ['bicubic'],
  });
  const [{ weights, table }] = result.resized;
  for (let p = 0; p < 49; p++) {
    let sum = 0;
    for (let i = 0; i < 16; i++)
      sum +=
        weights[Math.floor(p / 7) * 4 + Math.floor(i / 4)] *
        weights[(p % 7) * 4 + (i % 4)] *
        result.before[i * 8 + 3];
    expect(table[p * 8 + 3]).toBeCloseTo(sum, 6);
  }
});
