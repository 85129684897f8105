/** The norms of a batch on WebGL, in the worker, against plain arithmetic in doubles. */
import { expect, test } from 'vitest';
import { startEngine } from '../../src/lib/engine/client.ts';
import { normKinds } from '../../src/lib/figures/norm-groups.ts';
import { normBatch } from '../norm-batch.ts';
import { average, normByHand } from '../norms-by-hand.ts';

const engine = await startEngine();
const { request, batch } = normBatch();

test('each norm is that of plain arithmetic, and only BN in training reaches into other samples', async () => {
  for (const norm of normKinds) {
    const { result } = await engine.compute('test', 'normalise', { ...request, norm });
    const options = { norm, groups: 2, epsilon: result.epsilon, ...request.affine };
    const expected = normByHand(batch(1.5), options);
    const error = Math.max(...expected.map((value, i) => Math.abs(value - result.output[i]!)));
    expect(error, norm).toBeLessThan(2e-5);
    const plain = normByHand(batch(0), options);
    const moved = Math.max(...plain.slice(0, 48).map((one, i) => Math.abs(one - expected[i]!)));
    const { others } = result.influences.find((one) => one.norm === norm)!;
    expect(others, norm).toBeCloseTo(moved, 4);
    if (norm !== 'batch') expect(others, norm).toBe(0);
  }
});

test('running averages follow the batches, and stand in at evaluation', async () => {
  const asked = { ...request, batch: 4, norm: 'batch' as const, training: false, batchesSeen: 2 };
  const { result } = await engine.compute('test', 'normalise', asked);
  const column = Array.from({ length: 16 }, (_, i) => request.pool[i * 6]!);
  expect(result.mean[0]).toBeCloseTo((1 - 0.9 ** 2) * average(column), 5);
  expect(result.influences.find(({ norm }) => norm === 'batch')!.others).toBe(0);
});
