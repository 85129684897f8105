/** Chapter 4's computations on WebGL, in the worker, against plain arithmetic in doubles. */
import { expect, test } from 'vitest';
import { startEngine } from '../../src/lib/engine/client.ts';
import type { ComputationName, RequestOf } from '../../src/lib/engine/protocol.ts';
import { createRandomNumbers } from '../../src/lib/tensors/random-numbers.ts';
import { plainAttention } from '../plain-attention.ts';

const engine = await startEngine();
const compute = <Name extends ComputationName>(name: Name, request: RequestOf<Name>) =>
  engine.compute('test', name, request);

const [T, K] = [17, 6];
const random = createRandomNumbers(11);
const drawn = () => Float32Array.from({ length: T * K }, () => 1.5 * random.normal());
const head = { queries: drawn(), keys: drawn(), values: drawn(), tokens: T, width: K };

const largest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i]!)));

test('another divisor', async () => {
  const { result } = await compute('dividedAttention', { ...head, divisor: 1 });
  const expected = plainAttention(head, { divisor: 1 });
  expect(largest(result.weights, expected.weights)).toBeLessThan(5e-6);
  expect(largest(result.output, expected.output)).toBeLessThan(1e-5);
});

test('a mask, in three places', async () => {
  const mask = Float32Array.from({ length: T * T }, (_, i) => (i % T > Math.floor(i / T) ? 0 : 1));
  const { result } = await compute('maskedAttention', { ...head, mask, probe: 9 });
  const [before, , after] = result;
  const divisor = Math.sqrt(K);
  const right = plainAttention(head, { divisor, mask, masking: 'infinity' });
  expect(largest(before!.weights, right.weights)).toBeLessThan(5e-6);
  expect(before!.leak).toBe(0);
  const wrong = plainAttention(head, { divisor, mask, masking: 'after' });
  expect(largest(after!.weights, wrong.weights)).toBeLessThan(5e-6);
  expect(after!.leak).toBeGreaterThan(1e-3);
});

test('of 197 tokens, 8 heads and D = 768 about 122 effective ones become 2', async () => {
  const source = { kind: 'drawn', seed: 1, tokens: 197, embedDim: 768, numHeads: 8 } as const;
  const [right, , after] = (await compute('dividedAfter', source)).result.divisions;
  expect(right!.effective).toBeGreaterThan(119);
  expect(right!.effective).toBeLessThan(125);
  expect(after!.effective).toBeGreaterThan(1.7);
  expect(after!.effective).toBeLessThan(2.6);
  expect(right!.rowSum).toBeCloseTo(1, 5);
  expect(after!.rowSum).toBeCloseTo(1 / Math.sqrt(768), 5);
});

test('undivided scores of wide heads saturate the softmax', async () => {
  const request = { widths: [4, 64], tokens: 60, seed: 3, reach: 40, bins: 80 };
  const [narrow, wide] = (await compute('whyDivide', request)).result;
  for (const { width, divided, undivided } of [narrow!, wide!])
    expect(undivided.deviation / divided.deviation).toBeCloseTo(Math.sqrt(width), 3);
  expect(wide!.undivided.effective).toBeLessThan(4);
  expect(wide!.divided.keyGradient).toBeGreaterThan(1e-3);
  expect(wide!.undivided.keyGradient).toBeLessThan(1e-5);
});

test('shuffled tokens give shuffled outputs', async () => {
  const weights = { kind: 'random', seed: 4, architecture: 'garments' } as const;
  const tokens = Float32Array.from({ length: 50 * 32 }, () => random.normal());
  const request = { weights, block: 1, tokens, seed: 2 };
  const { order, before, after, inPlace, followed } = (await compute('shuffledAttention', request))
    .result;
  expect([...order].sort((a, b) => a - b)).toEqual([...Array(50).keys()]);
  expect(order[0]).toBe(0);
  const row = (of: Float32Array, token: number) => of.subarray(token * 32, (token + 1) * 32);
  for (let place = 0; place < 50; place++)
    expect(largest(row(after, place), row(before, order[place]!))).toBeLessThan(1e-5);
  expect(followed).toBeLessThan(1e-5);
  expect(inPlace).toBeGreaterThan(0.1);
});
