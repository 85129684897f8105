/** Patterns against what NumPy's reshape and transpose make of the same numbers; errors in words. */
import { describe, expect, test } from 'vitest';
import {
  parsePattern,
  planRearrangement,
  sourcesOf,
} from '../../../src/lib/tensors/rearrange-pattern.ts';
import fixture from '../../fixtures/rearrange.json';

const plan = (pattern: string, shape: number[], sizes: Record<string, number> = {}) =>
  planRearrangement(parsePattern(pattern), shape, sizes);

describe('a pattern', () => {
  test.each(fixture.cases)('$pattern gives what NumPy gives', (one) => {
    const sizes = one.sizes as Record<string, number>;
    const made = plan(one.pattern, one.shape, sizes);
    expect(made.shape).toEqual(one.result);
    expect([...sourcesOf(made)]).toEqual(one.numbers);
  });

  test('may be written with an arrow, and with any spaces', () => {
    expect(parsePattern('b c(h  p1)→ (b c)  h p1')).toEqual({
      left: [['b'], ['c'], ['h', 'p1']],
      right: [['b', 'c'], ['h'], ['p1']],
    });
  });
});

describe('a pattern that cannot be run says why', () => {
  test.each([
    ['b c h w', 'there is no arrow'],
    ['b -> b -> b', 'there are 2 arrows'],
    [' -> b', 'nothing on the left'],
    ['b (c h -> b c h', 'opened on the left and never closed'],
    ['b c) h -> b c h', 'closed on the left that was never opened'],
    ['b ((c h)) -> b c h', 'opened within a parenthesis on the left'],
    ['b c b -> b c', 'the axis b stands on the left twice'],
    ['b c h -> b h', 'the axis c stands on the left and not on the right'],
    ['b c -> b c q', 'the axis q stands on the right and not on the left, which has b and c'],
    ['b ... -> ... b', '“...” on the left is no name of an axis'],
    ['b 2 -> 2 b', '“2” on the left is no name of an axis'],
  ])('%s: %s', (pattern, sentence) => {
    expect(() => parsePattern(pattern)).toThrow(sentence);
  });

  test.each([
    ['b c h w -> b c h w', [2, 3], {}, 'the left names 4 sides, and the tensor [2, 3] has 2'],
    ['(h p) -> h p', [10], { p: 4 }, '(h p): the side 10 is not divisible by p = 4'],
    ['(h p) -> h p', [10], { p: 4, h: 2 }, '(h p): h = 2 times p = 4 is 8, and the side is 10'],
    ['(h p) -> h p', [10], {}, '(h p): of h and p only one can be worked out from the side 10'],
    ['1 b -> b', [2, 3], {}, '1 is 1, and the side is 2'],
  ] as const)('%s of %j', (pattern, shape, sizes, sentence) => {
    expect(() => plan(pattern, [...shape], sizes)).toThrow(sentence);
  });
});
