/** The computations of chapter 2 on the CPU, against NumPy's numbers and counts by hand. */
import '../../../backend-cpu.ts';
import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { patchFilters } from '../../../../src/lib/engine/computations/patch-filters.ts';
import { rearrangeImage } from '../../../../src/lib/engine/computations/rearrange-image.ts';
import { tokenReshapes } from '../../../../src/lib/engine/computations/token-reshapes.ts';
import {
  parsePattern,
  planRearrangement,
  sourcesOf,
} from '../../../../src/lib/tensors/rearrange-pattern.ts';
import fixture from '../../../fixtures/rearrange.json';

const [S, C, P] = [8, 3, 4];
const image = Float32Array.from({ length: S * S * C }, (_, i) => ((i * 37) % 101) / 101);
const request = { image, imageSize: S, inChannels: C, patchSize: P };

describe('a pattern run on a picture', () => {
  const right = 'b c (h p1) (w p2) -> b (h w) (p1 p2 c)';

  test('gives x_p where it is the right one', async () => {
    const { shape, difference } = await rearrangeImage({ ...request, pattern: right });
    expect(shape).toEqual([1, 4, 48]);
    expect(difference).toBe(0);
  });

  test.each(fixture.cases.slice(0, 4))(
    '$pattern moves numbers as the plan says that NumPy agrees with',
    async (one) => {
      const [, channels, rows, columns] = one.shape;
      const side = Math.min(rows!, columns!);
      // The fixture's first picture, cut to a square, as channels-last numbers that name their place.
      const names = Float32Array.from({ length: side * side * channels! }, (_, i) => {
        const [pixel, c] = [Math.floor(i / channels!), i % channels!];
        return c * side * side + pixel;
      });
      const size = { image: names, imageSize: side, inChannels: channels!, patchSize: 4 };
      const { numbers, shape } = await rearrangeImage({ ...size, pattern: one.pattern });
      const sizes = one.sizes as Record<string, number>;
      const plan = planRearrangement(parsePattern(one.pattern), [1, channels!, side, side], sizes);
      expect([...numbers]).toEqual([...sourcesOf(plan)]);
      expect(shape).toEqual(plan.shape);
    },
  );

  test('differs where rows are written in another order, and cannot be compared in another shape', async () => {
    const other = await rearrangeImage({
      ...request,
      pattern: 'b c (h p1) (w p2) -> b (h w) (c p1 p2)',
    });
    expect(other.shape).toEqual([1, 4, 48]);
    expect(other.difference).toBeGreaterThan(0.1);
    const shape = await rearrangeImage({ ...request, pattern: 'b c h w -> b (h w) c' });
    expect(shape.difference).toBeNull();
  });
});

describe('reshapes after a convolution', () => {
  const images = new Float32Array(2 * S * S * C);
  images.set(image);
  images.set(image.slice().reverse(), image.length);

  test('have the shapes that PyTorch gives, and only the right one the pictures', async () => {
    const result = await tokenReshapes({ ...request, images });
    expect(result.convolved).toEqual([2, 48, 2, 2]);
    expect(result.right.shape).toEqual([2, 4, 48]);
    expect(result.silent.shape).toEqual([2, 4, 48]);
    expect(result.merged.shape).toEqual([4, 96]);
    expect([...result.right.pictures]).toEqual([...images]);
    expect([...result.merged.pictures]).toEqual([...images]);
    expect([...result.silent.pictures]).not.toEqual([...images]);
    expect(result.silent.difference).toBeGreaterThan(0.1);
  });

  test('put into the silent one’s first token the numbers of every patch, filter by filter', async () => {
    const { silent } = await tokenReshapes({ ...request, images });
    // [D, G, G] read in order: filter 0 of patches 0 … 3, filter 1 of patches 0 … 3, …
    const first = (patch: number, number: number) => {
      const [y, x] = [Math.floor(patch / 2) * P, (patch % 2) * P];
      const [row, rest] = [Math.floor(number / (P * C)), number % (P * C)];
      return image[((y + row) * S + x) * C + rest]!;
    };
    for (let i = 0; i < P * C; i++)
      expect(silent.pictures[i]).toBe(first(i % 4, Math.floor(i / 4)));
  });
});

describe('filters of a picture’s own patches', () => {
  const filters = () => patchFilters({ ...request, seed: 1 });

  test('rebuild it wholly when all are taken, and leave less over with each', async () => {
    const { count, principal, random } = await filters();
    expect(count).toBe(3); // four patches less their mean
    expect(principal.errors).toHaveLength(count + 1);
    expect(principal.errors.at(-1)).toBeLessThan(1e-7);
    for (const { errors } of [principal, random])
      errors.slice(1).forEach((error, k) => expect(error).toBeLessThanOrEqual(errors[k]!));
    principal.errors
      .slice(1)
      .forEach((error, k) => expect(error).toBeLessThan(random.errors[k + 1]!));
  });

  test('have errors that are those of the rebuilt numbers', async () => {
    const { mean, principal, count } = await filters();
    const M = P * P * C;
    let sum = 0;
    for (let n = 0; n < 4; n++)
      for (let j = 0; j < M; j++) {
        const [y, x] = [Math.floor(n / 2) * P + Math.floor(j / (P * C)), (n % 2) * P];
        const pixel = image[(y * S + x) * C + (j % (P * C))]!;
        sum += (mean[j]! + principal.scores[n * count]! * principal.filters[j]! - pixel) ** 2;
      }
    expect(Math.sqrt(sum / (4 * M))).toBeCloseTo(principal.errors[1]!, 6);
  });
});

test('nothing is left behind', async () => {
  const before = memory().numTensors;
  await patchFilters({ ...request, seed: 1 });
  await rearrangeImage({ ...request, pattern: 'b c h w -> b h w c' });
  await tokenReshapes({ ...request, images: new Float32Array(2 * S * S * C) });
  expect(memory().numTensors).toBe(before);
});
