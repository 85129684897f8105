/** The list of deliberate mistakes still fits the code; that each is caught is seen by the long run. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mutated } from '../../scripts/mutants/apply.ts';
import { mutants } from '../../scripts/mutants/list.ts';

describe('a deliberate mistake', () => {
  test('is one of at least 30, each with a name of its own', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(30);
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });

  test.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
    '%s',
    (_, { file, changes }) => {
      const text = readFileSync(`src/lib/${file}`, 'utf8');
      expect(mutated(text, changes)).not.toBe(text);
    },
  );

  test('that no longer fits is told of', () => {
    expect(() => mutated('a b', [['c', 'd']])).toThrow('"c" stands 0 times in the file');
    expect(() => mutated('a a', [['a', 'd']])).toThrow('"a" stands 2 times in the file');
  });
});
