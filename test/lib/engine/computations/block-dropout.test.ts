/** Dropout in one block, measured. */
import { beforeAll, describe, expect, test } from 'vitest';
import { blockDropout } from '../../../../src/lib/engine/computations/block-dropout.ts';
import { openPublicFiles } from '../../../../scripts/site-files.ts';
import '../../../backend-cpu.ts';

beforeAll(openPublicFiles);

const request = {
  weights: { kind: 'garments', seed: 1, architecture: 'garments' } as const,
  image: Float32Array.from({ length: 28 * 28 }, (_, i) => (i % 29) / 28),
  block: 1,
  rate: 0.1,
  draws: 8,
  seed: 3,
};
const mean = (values: Float32Array) => values.reduce((a, b) => a + b, 0) / values.length;

describe('dropout in one block', () => {
  test('moves nothing at a rate of 0', async () => {
    const { spread } = await blockDropout({ ...request, rate: 0 });
    for (const values of [spread.paper, spread.framework])
      expect(Math.max(...values)).toBeLessThan(1e-5);
  });

  test('moves more with the attention weights dropped too, and more at a larger rate', async () => {
    const [small, large] = [
      await blockDropout(request),
      await blockDropout({ ...request, rate: 0.3 }),
    ];
    expect(small.spread.paper).toHaveLength(50);
    expect(mean(small.spread.framework)).toBeGreaterThan(mean(small.spread.paper));
    expect(mean(large.spread.paper)).toBeGreaterThan(mean(small.spread.paper));
  });

  test('is the same for the same seed', async () => {
    expect(await blockDropout(request)).toEqual(await blockDropout(request));
  });
});
