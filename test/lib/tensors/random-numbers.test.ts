import { describe, expect, test } from 'vitest';
import { createRandomNumbers } from '../../../src/lib/tensors/random-numbers.ts';

describe('random numbers', () => {
  test('are those of sfc32, as a few lines of Python compute them too', () => {
    const one = createRandomNumbers(1);
    expect([one.uniform(), one.uniform(), one.uniform()]).toEqual([
      0.45416540713928677, 0.15395221600293263, 0.623297922929989,
    ]);
    expect(createRandomNumbers(7).uniform()).toBe(0.6793265443687186);
  });

  test('go on where a stored state stood', () => {
    const first = createRandomNumbers(3);
    first.normal();
    const second = createRandomNumbers(first.state());
    expect(second.integer(1000)).toBe(first.integer(1000));
  });

  test('of a fork depend on its name, and leave the parent where it was', () => {
    const parent = createRandomNumbers(3);
    const before = parent.state();
    const [a, again, b] = ['a', 'a', 'b'].map((name) => parent.fork(name).uniform());
    expect(a).toBe(again);
    expect(a).not.toBe(b);
    expect(parent.state()).toEqual(before);
  });

  test('are refused for a seed that is no whole number', () => {
    expect(() => createRandomNumbers(0.5)).toThrow('0.5');
  });
});
