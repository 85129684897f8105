/** Mean attention distances: against PyTorch's numbers, and where they are known by hand. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evenDistance, meanDistances } from '../../../src/lib/figures/attention-distance.ts';
import { headDistanceFigure } from '../../../src/lib/figures/head-distance-figure.ts';
import { qkvColumnsFigure } from '../../../src/lib/figures/qkv-columns-figure.ts';

const { distances: fixture } = JSON.parse(readFileSync('test/fixtures/heads.json', 'utf8'));

describe('the mean attention distance', () => {
  test('is that of a sum over all pairs, with a class token that is left out', () => {
    const { attention, grid, patchSize, distances } = fixture;
    const [L, H, T] = attention.shape;
    const found = meanDistances(attention.values, [L, H, T], grid, patchSize);
    expect(found).toHaveLength(distances.length);
    found.forEach((value, i) => expect(value).toBeCloseTo(distances[i], 6));
  });

  test('of equal weights is the mean over all pairs of patches', () => {
    expect(evenDistance(fixture.grid, fixture.patchSize)).toBeCloseTo(fixture.even, 10);
    // Two by two patches of 1 pixel: from each, 0, 1, 1 and √2.
    expect(evenDistance(2, 1)).toBeCloseTo((2 + Math.SQRT2) / 4, 12);
  });

  test('is 0 where each patch looks at itself, whatever the class token gets', () => {
    const T = 5;
    const own = new Float32Array(T * T);
    for (let i = 0; i < T; i++) {
      own[i * T + i] = 0.25;
      own[i * T] = 0.75;
    }
    expect([...meanDistances(own, [1, 1, T], 2, 16)]).toEqual([0]);
  });

  test('is a step where each patch looks at its neighbour', () => {
    // A grid of two by two without a class token: each looks along its row.
    const across = [0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0];
    expect([...meanDistances(across, [1, 1, 4], 2, 16)]).toEqual([16]);
  });

  test('needs a token for each patch', () => {
    expect(() => meanDistances(new Float32Array(4), [1, 1, 2], 2, 4)).toThrow(
      'attention distance: 2 tokens are fewer than 4 patches',
    );
  });
});

test('the figure of distances has a numbered ring for each head, and says its numbers', () => {
  const blocks = [
    [
      { mean: 4, range: null },
      { mean: 6.25, range: [5, 8] as const },
    ],
  ];
  const html = headDistanceFigure(
    { blocks, even: 7.5, chosen: [0, 1] },
    { width: 200, height: 160 },
  );
  expect(html).toMatchSnapshot();
  expect(html).toContain('block 1: 4.0, 6.3. Equal weights: 7.5.');
});

test('the figure of columns gives each its letter, and says where a head begins', () => {
  const columns = (['q', 'q', 'k', 'k', 'v', 'v'] as const).map((part, c) => ({
    part,
    head: c % 2,
  }));
  expect(qkvColumnsFigure(columns, 'six <columns>')).toMatchSnapshot();
});
