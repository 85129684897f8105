/** Chapter 7's computations on the bundled garments checkpoint. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPublicFiles } from '../../../../scripts/site-files.ts';
import { dropoutDraws } from '../../../../src/lib/engine/computations/dropout-draws.ts';
import { forward } from '../../../../src/lib/engine/computations/forward.ts';
import { mlpNeurons } from '../../../../src/lib/engine/computations/mlp-neurons.ts';
import {
  shifted,
  tokenLocality,
  type TokenChange,
} from '../../../../src/lib/engine/computations/token-locality.ts';
import type { WeightsChoice } from '../../../../src/lib/model/checkpoint.ts';
import '../../../backend-cpu.ts';

const weights: WeightsChoice = { kind: 'garments', seed: 1, architecture: 'garments' };
const picture = (step: number) =>
  Float32Array.from({ length: 784 }, (_, i) => ((i * step) % 29) / 28);
const images = [picture(1), picture(7), picture(12)];

beforeAll(openPublicFiles);

describe('the brightest patches', () => {
  test('are those of each picture’s own pass', async () => {
    const { shape, brightest, patches } = await mlpNeurons({ weights, images });
    const [L, M, B] = shape;
    expect([L, M, B]).toEqual([3, 64, 3]);
    for (const [i, image] of images.entries()) {
      const { trace } = await forward({ weights, image });
      for (const block of [0, 2]) {
        const { values } = trace[`blocks.${block}.mlp.activated`]!;
        for (const unit of [0, 31, 63]) {
          const own = Array.from({ length: 49 }, (_, patch) => values[(patch + 1) * M + unit]!);
          const most = Math.max(...own);
          const at = (block * M + unit) * B + i;
          expect(brightest[at]).toBeCloseTo(most, 5);
          expect(own[patches[at]!]).toBeCloseTo(most, 5);
        }
      }
    }
  });

  test('leave nothing on the device', async () => {
    await mlpNeurons({ weights, images });
    const { numTensors } = memory();
    await mlpNeurons({ weights, images });
    expect(memory().numTensors).toBe(numTensors);
  });
});

describe('locality', () => {
  const run = (change: TokenChange, token = 7) =>
    tokenLocality({ weights, image: images[0]!, block: 1, change, token, seed: 1 });

  test('the MLP changes the changed token alone, attention changes all', async () => {
    for (const token of [0, 7, 49]) {
      const { mlp, attention } = await run('one', token);
      expect(mlp).toHaveLength(50);
      expect(mlp.map((value, t) => (t === token ? 0 : value)).every((value) => value === 0)).toBe(
        true,
      );
      expect(mlp[token]).toBeGreaterThan(0.1);
      expect(attention.every((value) => value > 0)).toBe(true);
    }
  });

  test('a shift of the tokens shifts both branches', async () => {
    const { mlp, attention, mlpInPlace } = await run('shift');
    expect(Math.max(...mlp, ...attention)).toBeLessThan(1e-5);
    expect(mlpInPlace[0]).toBe(0);
    expect(Math.max(...mlpInPlace)).toBeGreaterThan(0.1);
  });

  test('a shift moves each patch on by one and leaves the class token', () => {
    expect(shifted(5, 1)).toEqual([0, 4, 1, 2, 3]);
    expect(shifted(4, 0)).toEqual([3, 0, 1, 2]);
  });

  test('refuses what there is not, with both numbers', async () => {
    const asked = { weights, image: images[0]!, change: 'one' as const, seed: 1 };
    await expect(tokenLocality({ ...asked, block: 3, token: 0 })).rejects.toThrow('block 3 of 3');
    await expect(tokenLocality({ ...asked, block: 0, token: 50 })).rejects.toThrow(
      'token 50 of 50 tokens',
    );
  });
});

describe('draws of dropout', () => {
  const values = Float32Array.from([1, -2, 0.5, 4]);

  test('keep 1 − rate of all numbers, grown by its inverse', async () => {
    const { mask, output } = await dropoutDraws({ values, rate: 0.2, draws: 2000, seed: 3 });
    expect(mask).toHaveLength(8000);
    expect(new Set(mask)).toEqual(new Set([0, Math.fround(1.25)]));
    const kept = mask.filter((one) => one > 0).length / mask.length;
    expect(Math.abs(kept - 0.8)).toBeLessThan(4 * Math.sqrt((0.8 * 0.2) / 8000));
    output.forEach((value, i) => expect(value).toBeCloseTo(values[i % 4]! * mask[i]!, 6));
  });

  test('are the same for the same seed, and all ones at rate 0', async () => {
    const ask = { values, rate: 0.5, draws: 5, seed: 9 };
    expect((await dropoutDraws(ask)).mask).toEqual((await dropoutDraws(ask)).mask);
    expect((await dropoutDraws({ ...ask, seed: 10 })).mask).not.toEqual(
      (await dropoutDraws(ask)).mask,
    );
    const { mask, output } = await dropoutDraws({ ...ask, rate: 0 });
    expect(mask.every((one) => one === 1)).toBe(true);
    expect([...output.subarray(0, 4)]).toEqual([...values]);
    await expect(dropoutDraws({ ...ask, rate: 1 })).rejects.toThrow('rate 1 is not');
  });
});
