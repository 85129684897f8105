import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/lib/training/judge.ts';

/** Logits of three classes whose probabilities are 1/2, 1/4 and 1/4 for the class that leads, and the like. */
const half = [Math.log(2), 0, 0];
const logits = Float32Array.from([...half, ...half, 0, 0, Math.log(8), 0, Math.log(8), 0]);
const labels = Uint8Array.of(0, 1, 2, 0);

describe('a judgement', () => {
  const { loss, accuracy, confusion, mistakes } = judge(logits, labels, 3, 2);

  test('has the mean of −ln of the right probabilities: 1/2, 1/4, 8/10, 1/10', () => {
    const expected = -(Math.log(1 / 2) + Math.log(1 / 4) + Math.log(0.8) + Math.log(0.1)) / 4;
    expect(loss).toBeCloseTo(expected, 6);
    expect(accuracy).toBe(0.5);
  });

  test('counts answers by truth', () => {
    expect([...confusion]).toEqual([1, 1, 0, 1, 0, 0, 0, 0, 1]);
  });

  test('lists wrong answers only, the worst first', () => {
    expect(mistakes.map(({ image, label, answer }) => [image, label, answer])).toEqual([
      [3, 0, 1],
      [1, 1, 0],
    ]);
    expect(mistakes[0].probability).toBeCloseTo(0.8, 6);
    expect(mistakes[0].loss).toBeCloseTo(-Math.log(0.1), 6);
    expect(judge(logits, labels, 3, 1).mistakes).toHaveLength(1);
  });

  test('stays finite for logits of a thousand', () => {
    expect(judge(Float32Array.of(1000, 0), Uint8Array.of(1), 2).loss).toBe(1000);
  });
});
