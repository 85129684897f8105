/** Chapter 4's computations against plain arithmetic in doubles and what is known by hand. */
import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { dividedAfter } from '../../../../src/lib/engine/computations/divided-after.ts';
import { dividedAttention } from '../../../../src/lib/engine/computations/divided-attention.ts';
import { dividedHeads } from '../../../../src/lib/engine/computations/divided-heads.ts';
import { maskedAttention } from '../../../../src/lib/engine/computations/masked-attention.ts';
import { whyDivide } from '../../../../src/lib/engine/computations/why-divide.ts';
import { createRandomNumbers } from '../../../../src/lib/tensors/random-numbers.ts';
import { plainAttention, plainScores } from '../../../plain-attention.ts';
import '../../../backend-cpu.ts';

const [T, K] = [6, 4];
const random = createRandomNumbers(5);
const drawn = () => Float32Array.from({ length: T * K }, () => 1.5 * random.normal());
const head = { queries: drawn(), keys: drawn(), values: drawn(), tokens: T, width: K };

const largest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i]!)));

test('another divisor: softmax(q kᵀ / divisor) v', async () => {
  for (const divisor of [1, 2, Math.sqrt(32)]) {
    const found = await dividedAttention({ ...head, divisor });
    const expected = plainAttention(head, { divisor });
    expect(largest(found.weights, expected.weights)).toBeLessThan(1e-6);
    expect(largest(found.output, expected.output)).toBeLessThan(2e-6);
  }
});

test('every head of a model, with the division and without', async () => {
  const queries = Float32Array.from([...head.queries, ...head.keys]);
  const keys = Float32Array.from([...head.keys, ...head.values]);
  const [, second] = await dividedHeads({ queries, keys, tokens: T, width: K });
  const given = { ...head, queries: head.keys, keys: head.values };
  const effective = (divisor: number) => {
    const { weights } = plainAttention(given, { divisor });
    const rows = Array.from({ length: T }, (_, i) => weights.slice(i * T, (i + 1) * T));
    const counts = rows.map((row) =>
      Math.exp(-row.reduce((total, weight) => total + weight * Math.log(weight), 0)),
    );
    return counts.reduce((a, b) => a + b) / T;
  };
  expect(second!.divided).toBeCloseTo(effective(Math.sqrt(K)), 4);
  expect(second!.undivided).toBeCloseTo(effective(1), 4);
  const scores = plainScores(given);
  const mean = scores.reduce((a, b) => a + b) / scores.length;
  const squares = scores.reduce((total, score) => total + (score - mean) ** 2, 0);
  expect(second!.deviation).toBeCloseTo(Math.sqrt(squares / scores.length), 4);
});

describe('a mask', () => {
  const hidden = (key: number) =>
    Float32Array.from({ length: T * T }, (_, i) => (i % T === key ? 0 : 1));
  const run = async (mask: Float32Array, probe: number) => {
    const [infinityBefore, zeroBefore, zeroAfter] = await maskedAttention({ ...head, mask, probe });
    return { infinityBefore: infinityBefore!, zeroBefore: zeroBefore!, zeroAfter: zeroAfter! };
  };

  test('of −∞ before the softmax hides: rows sum to 1, and nobody notices what is hidden', async () => {
    const { infinityBefore } = await run(hidden(2), 2);
    const expected = plainAttention(head, { divisor: 2, mask: hidden(2), masking: 'infinity' });
    expect(largest(infinityBefore.weights, expected.weights)).toBeLessThan(1e-6);
    expect(Math.min(...infinityBefore.sums)).toBeCloseTo(1, 6);
    expect(infinityBefore.forbidden).toBe(0);
    expect(infinityBefore.leak).toBe(0);
  });

  test('of 0 after it leaves the hidden in the divisor: rows fall short, and the output moves', async () => {
    const { zeroAfter } = await run(hidden(2), 2);
    const expected = plainAttention(head, { divisor: 2, mask: hidden(2), masking: 'after' });
    expect(largest(zeroAfter.weights, expected.weights)).toBeLessThan(1e-6);
    expect(Math.min(...zeroAfter.sums)).toBeLessThan(0.95);
    expect(zeroAfter.forbidden).toBe(0);
    const turned = (values: Float32Array) =>
      values.map((value, i) => (Math.floor(i / K) === 2 ? -value : value));
    const other = plainAttention(
      { ...head, keys: turned(head.keys), values: turned(head.values) },
      { divisor: 2, mask: hidden(2), masking: 'after' },
    );
    expect(zeroAfter.leak).toBeCloseTo(largest(expected.output, other.output), 5);
    expect(zeroAfter.leak).toBeGreaterThan(0.01);
  });

  test('of 0 before it hides nothing: e to the power of 0 is 1', async () => {
    const { zeroBefore } = await run(hidden(2), 2);
    expect(zeroBefore.forbidden).toBeGreaterThan(0.05);
    expect(Math.min(...zeroBefore.sums)).toBeCloseTo(1, 6);
    expect(zeroBefore.leak).toBeGreaterThan(0.01);
  });

  test('that hides the probe from nobody has nothing to leak', async () => {
    const { infinityBefore, zeroAfter } = await run(new Float32Array(T * T).fill(1), 2);
    expect(infinityBefore.leak).toBeNull();
    expect(largest(infinityBefore.weights, zeroAfter.weights)).toBe(0);
  });
});

describe('where attention divides', () => {
  const source = {
    kind: 'given',
    queries: Float32Array.from([...head.queries, ...head.keys]),
    keys: Float32Array.from([...head.keys, ...head.values]),
    values: Float32Array.from([...head.values, ...head.queries]),
    tokens: T,
    embedDim: 2 * K,
    numHeads: 2,
  } as const;

  test('before by √K, before by √D, after by √D: the numbers of plain arithmetic', async () => {
    const { divisions, width } = await dividedAfter(source);
    expect(width).toBe(K);
    const [byK, byD, after] = divisions;
    const right = plainAttention(head, { divisor: Math.sqrt(K) });
    expect(largest(byK!.weights, right.weights)).toBeLessThan(1e-6);
    expect(byK!.rowSum).toBeCloseTo(1, 6);
    const wide = plainAttention(head, { divisor: Math.sqrt(2 * K) });
    expect(largest(byD!.weights, wide.weights)).toBeLessThan(1e-6);
    const raw = plainAttention(head, { divisor: 1 });
    const faint = raw.weights.map((weight) => weight / Math.sqrt(2 * K));
    expect(largest(after!.weights, faint)).toBeLessThan(1e-6);
    expect(after!.rowSum).toBeCloseTo(1 / Math.sqrt(2 * K), 6);
    expect(after!.effective).toBeLessThan(byK!.effective);
    expect(byK!.effective).toBeLessThan(byD!.effective);
  });

  test('heads that do not divide D are refused with both numbers', async () => {
    const odd = { kind: 'drawn', seed: 1, tokens: 3, embedDim: 10, numHeads: 4 } as const;
    await expect(dividedAfter(odd)).rejects.toThrow(
      'attention: embedDim 10 is not divisible by numHeads 4',
    );
  });
});

describe('why divide', () => {
  const request = { widths: [1, 16, 64], tokens: 60, seed: 3, reach: 40, bins: 80 };

  test('scores have the spread √K, and over √K the spread 1', async () => {
    for (const { width, divided, undivided } of await whyDivide(request)) {
      expect(divided.deviation).toBeGreaterThan(0.85);
      expect(divided.deviation).toBeLessThan(1.15);
      expect(undivided.deviation / divided.deviation).toBeCloseTo(Math.sqrt(width), 3);
      expect(divided.counts.reduce((a, b) => a + b)).toBe(60 * 60);
    }
  });

  test('undivided the softmax saturates: few tokens count, and the key in the middle gets no gradient', async () => {
    const [one, , wide] = await whyDivide(request);
    expect(one!.undivided).toEqual(one!.divided);
    expect(wide!.undivided.effective).toBeLessThan(4);
    expect(wide!.divided.effective).toBeGreaterThan(25);
    expect(wide!.undivided.keyGradient).toBeLessThan(1e-5);
    expect(wide!.divided.keyGradient).toBeGreaterThan(1e-3);
  });

  test('the gradient is that of the softmax: w (c − Σ w c)', async () => {
    const [tokens, width] = [7, 4];
    const [found] = await whyDivide({ ...request, widths: [width], tokens });
    const { divided, undivided } = found!;
    const sequence = createRandomNumbers(request.seed).fork(`width ${width}`);
    const draw = (count: number) => Float32Array.from({ length: count }, () => sequence.normal());
    const [queries, keys] = [draw(tokens * width), draw(tokens * width)];
    const cotangent = draw(tokens * tokens);
    for (const [spread, divisor] of [
      [divided, 2],
      [undivided, 1],
    ] as const) {
      const given = { queries, keys, values: keys, tokens, width };
      const { weights } = plainAttention(given, { divisor });
      const rows = Array.from({ length: tokens }, (_, i) => {
        const [w, c] = [weights, cotangent].map((of) =>
          Array.from(of.slice(i * tokens, (i + 1) * tokens)),
        );
        const mean = w!.reduce((sum, weight, j) => sum + weight * c![j]!, 0);
        return w!.map((weight, j) => weight * (c![j]! - mean));
      });
      const sizes = rows
        .flat()
        .map(Math.abs)
        .sort((a, b) => a - b);
      expect(spread.keyGradient).toBeCloseTo(sizes[Math.floor(sizes.length / 2)]!, 5);
      const lengths = rows.map((row) => Math.hypot(...row));
      expect(spread.rowGradient).toBeCloseTo(lengths.reduce((a, b) => a + b) / tokens, 5);
    }
  });

  test('frees what it makes', async () => {
    const before = memory().numTensors;
    await whyDivide({ ...request, widths: [4], tokens: 5 });
    await maskedAttention({ ...head, mask: new Float32Array(T * T).fill(1), probe: 0 });
    await dividedAttention({ ...head, divisor: 1 });
    expect(memory().numTensors).toBe(before);
  });
});
