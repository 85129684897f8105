import { describe, expect, test } from 'vitest';
import {
  defaults,
  divisorOf,
  fitted,
  middleToken,
} from '../../../../src/components/widgets/attention-steps/settings.ts';
import { percent, seen } from '../../../../src/components/widgets/attention-steps/words.ts';
import { seen as seenOfTwo } from '../../../../src/components/widgets/two-tokens/words.ts';

const shape = { blocks: 3, heads: 4, tokens: 50, width: 8, embedDim: 32 };

test('the middle of the picture is the default query', () => {
  expect(middleToken(50)).toBe(25);
  expect(middleToken(65)).toBe(37);
  expect(fitted(defaults, shape).query).toBe(25);
});

test('what a smaller model has not falls back', () => {
  const settings = { ...defaults, block: 2, head: 3, query: 49, key: 48 };
  const small = { ...shape, blocks: 2, heads: 2, tokens: 17 };
  expect(fitted(settings, small)).toMatchObject({ block: 1, head: 1, query: 11, key: null });
  expect(fitted({ ...settings, query: 0, key: 0 }, small)).toMatchObject({ query: 0, key: 0 });
});

test('the divisors are those of their names', () => {
  expect(divisorOf('rootK', shape)).toBeCloseTo(Math.sqrt(8));
  expect(divisorOf('rootD', shape)).toBeCloseTo(Math.sqrt(32));
  expect(divisorOf('one', shape)).toBe(1);
});

describe('the sentence', () => {
  const tokens = 5;
  const empty = new Float32Array(tokens);
  const row = [0.1, 0, 0.0005, 0.2, 0.6995];
  const weights = Float32Array.from([...row, ...row, ...row, ...row, ...row]);
  const head = { tokens, width: 1, queries: empty, keys: empty, values: empty, output: empty };

  test('says whom the query looks at, and where that lies', () => {
    expect(seen({ ...head, weights }, 1, 4)).toMatch(
      /^Patch 1 puts 70 % of its weight on patch 4, 1 down and 1 to the right\. Its row spreads over 2\.\d effective tokens of 5\.$/,
    );
    expect(seen({ ...head, weights }, 4, 0)).toContain(
      'on itself, and 10 % on the class token, the chosen key.',
    );
    expect(seen({ ...head, weights }, 0, 2)).toContain(
      'The class token puts 70 % of its weight on patch 4, and less than 0.1 % on patch 2',
    );
  });

  test('shares keep what matters', () => {
    expect([0.41, 0.0995, 0.012, 0].map(percent)).toEqual(['41 %', '10 %', '1.2 %', 'nothing']);
  });
});

test('two tokens: only the lead counts', () => {
  expect(seenOfTwo([2, 0], [0.88, 0.12])).toContain('Token 1 leads by 2.0');
  expect(seenOfTwo([12, 14], [0.12, 0.88])).toContain('Token 2 leads by 2.0');
  expect(seenOfTwo([1, 1], [0.5, 0.5])).toContain('The scores are equal');
});
