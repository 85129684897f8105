import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { orderPoster } from '../../../../src/components/widgets/token-order/poster.tsx';
import { seen } from '../../../../src/components/widgets/token-order/words.ts';

const run = (positionEmbedding: 'none' | 'learned' | 'sinusoidal', difference: number) => ({
  positionEmbedding,
  before: Float32Array.from([1, 2]),
  after: Float32Array.from([1, 2 + difference]),
  outputDifference: difference,
  logitDifference: difference / 2,
  patchDifference: difference * 2,
});

test('a sentence says whether the class token can tell', () => {
  expect(seen(run('none', 5e-7), 'shuffled')).toMatch(/cannot tell: y differs by 5\.0e−7/);
  expect(seen(run('learned', 0.02), 'shuffled')).toMatch(/can tell: y differs by 0\.020/);
  expect(seen(run('none', 0), 'same')).toContain('The order is the same');
});

describe('the poster', () => {
  const runs = [run('none', 5e-7), run('learned', 0.001), run('sinusoidal', 0.03)];
  const order = Uint32Array.from([2, 1, 0, 3]);
  const { document } = parseHTML(`<body>${orderPoster({ order, runs })}</body>`);

  test('shows the numbers of the run without positions', () => {
    const number = (name: string) => document.querySelector(`[data-number="${name}"]`)!.textContent;
    expect(number('output-difference')).toBe('5.0e−7');
    expect(number('logit-difference')).toBe('2.5e−7');
    expect(number('patch-difference')).toBe('1.0e−6');
  });

  test('puts each patch where the order says', () => {
    const places = [...document.querySelectorAll('.order-patches')].map((one) => ({
      name: one.getAttribute('aria-label'),
      patches: [...one.querySelectorAll('i')].map((patch) => patch.getAttribute('style')),
    }));
    expect(places[0]!.name).toBe('4 patches: each in its place');
    expect(places[1]!.name).toBe('4 patches: 2 of them not in their places');
    expect(places[1]!.patches).toEqual([
      '--x:0;--y:1',
      '--x:1;--y:0',
      '--x:0;--y:0',
      '--x:1;--y:1',
    ]);
  });
});
