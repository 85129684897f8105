import '../../backend-cpu.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, type RandomState } from '../../../src/lib/tensors/random.ts';
import { runs, seed, values } from '../cases.ts';

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const average = (numbers: number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

describe('random numbers', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(draws(5, createRandom(1).uniform)).toEqual(draws(5, createRandom(1).uniform));
    expect(draws(5, createRandom(1).uniform)).not.toEqual(draws(5, createRandom(2).uniform));
  });

  test('start as they always did, so that old runs can be repeated', () => {
    expect(draws(3, createRandom(1).uniform)).toMatchInlineSnapshot(`
      [
        0.45416540713928677,
        0.15395221600293263,
        0.623297922929989,
      ]
    `);
  });

  test('go on from a state that went through JSON', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 0, max: 20 }), (start, skip) => {
        const random = createRandom(start);
        draws(skip, random.normal);
        const stored = JSON.parse(JSON.stringify(random.state())) as RandomState;
        expect(draws(4, createRandom(stored).uniform)).toEqual(draws(4, random.uniform));
      }),
      runs,
    );
  });

  test('fork without moving the parent, each label its own way', () => {
    const random = createRandom(3);
    const before = random.state();
    const [one, same, other] = ['a', 'a', 'b'].map((label) => draws(4, random.fork(label).uniform));
    expect(random.state()).toEqual(before);
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
    random.uniform();
    expect(draws(4, random.fork('a').uniform)).not.toEqual(one);
  });

  test('lie in [0, 1) with mean 1/2 and variance 1/12', () => {
    const numbers = draws(20_000, createRandom(4).uniform);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(average(numbers)).toBeCloseTo(0.5, 2);
    const variance = average(numbers.map((x) => (x - 0.5) ** 2));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.0025); // about five of its own deviations
  });

  test('of the normal distribution have mean 0, variance 1 and fourth moment 3', () => {
    const numbers = draws(50_000, createRandom(5).normal);
    expect(Math.abs(average(numbers))).toBeLessThan(0.02);
    expect(average(numbers.map((x) => x ** 2))).toBeCloseTo(1, 1);
    expect(Math.abs(average(numbers.map((x) => x ** 4)) - 3)).toBeLessThan(0.15);
  });

  test('of neighbouring seeds and forks are uncorrelated', () => {
    const [a, b] = [createRandom(7), createRandom(8)].map((r) => draws(5_000, r.normal));
    expect(Math.abs(average(a.map((x, i) => x * b[i])))).toBeLessThan(0.05);
    const [c, d] = ['x', 'y'].map((label) => draws(5_000, createRandom(7).fork(label).normal));
    expect(Math.abs(average(c.map((x, i) => x * d[i])))).toBeLessThan(0.05);
  });

  test('shuffle: every number once, every order alike', () => {
    const random = createRandom(9);
    expect([...random.permutation(50)].sort((a, b) => a - b)).toEqual([...Array(50).keys()]);
    const firsts = Array(3).fill(0);
    for (let i = 0; i < 3_000; i++) firsts[random.permutation(3)[0]]++;
    firsts.forEach((count) => expect(Math.abs(count - 1_000)).toBeLessThan(120));
  });

  test('of whole numbers stay below n', () => {
    const numbers = draws(1_000, () => createRandom(10).integer(6));
    expect(numbers.every((n) => Number.isInteger(n) && n >= 0 && n < 6)).toBe(true);
  });

  test('fill tensors with the same numbers as one by one', () => {
    const tensor = createRandom(11).normalTensor([2, 3], 0.5);
    const random = createRandom(11);
    expect(tensor.shape).toEqual([2, 3]);
    expect(values(tensor)).toEqual(draws(6, () => Math.fround(0.5 * random.normal())));
  });

  test('refuse a seed that is no whole number', () => {
    expect(() => createRandom(0.5)).toThrow('random: seed 0.5 is not an integer');
  });
});
