/** Chapter 5's computations on the CPU, against PyTorch and by what must be so. */
import { memory } from '@tensorflow/tfjs-core';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPublicFiles } from '../../../../scripts/site-files.ts';
import { forward } from '../../../../src/lib/engine/computations/forward.ts';
import { headDistances } from '../../../../src/lib/engine/computations/head-distances.ts';
import { compare, qkvLayouts } from '../../../../src/lib/engine/computations/qkv-layouts.ts';
import {
  switchedHeads,
  withoutHeads,
  type HeadPlace,
} from '../../../../src/lib/engine/computations/switched-heads.ts';
import { toParameters } from '../../../../src/lib/io/tensors.ts';
import type { WeightsChoice } from '../../../../src/lib/model/checkpoint.ts';
import { tinyVit, type VitConfig } from '../../../../src/lib/model/config.ts';
import { vit } from '../../../../src/lib/model/vit.ts';
import {
  fixtureTensor,
  fixtureTensors,
  scaledError,
  type FixtureTensor,
} from '../../../../src/lib/parity/fixture.ts';
import { nested } from '../../../../src/lib/parity/names.ts';
import { forwardTolerance } from '../../../../src/lib/parity/tolerances.ts';
import type { AttentionParameters } from '../../../../src/lib/stages/attention.ts';
import { evaluation } from '../../../../src/lib/stages/mode.ts';
import '../../../backend-cpu.ts';

const { models, columns } = JSON.parse(readFileSync('test/fixtures/heads.json', 'utf8'));
const weights: WeightsChoice = { kind: 'random', seed: 1, architecture: 'garments' };
const image = Float32Array.from({ length: 28 * 28 }, (_, i) => (i % 29) / 28);

beforeAll(openPublicFiles);

describe('a model without some heads', () => {
  const config: VitConfig = { ...tinyVit, ...models.config };
  const arrays = Object.entries(models.parameters as Record<string, FixtureTensor>).map(
    ([name, { shape, values, scale = 1 }]) => ({
      name,
      shape,
      values: Float32Array.from(values, (value) => value / scale),
    }),
  );

  test('answers as PyTorch does with what they bring back set to 0', () => {
    const parameters = toParameters(arrays, config);
    const images = fixtureTensor(models.images);
    for (const { off, logits } of models.runs as { off: HeadPlace[]; logits: FixtureTensor }[]) {
      const kept = withoutHeads(parameters, off, config);
      const found = vit(kept, images, config, evaluation).logits;
      expect(scaledError(found.dataSync(), found.shape, logits), String(off)).toBeLessThan(
        forwardTolerance,
      );
    }
  });

  test('is the model itself when none is off', async () => {
    const { runs } = await switchedHeads({ weights, image, sets: [[], [[2, 3]]] });
    const { trace } = await forward({ weights, image });
    expect(runs[0]!.logits).toEqual(trace['logits']!.values);
    const size = 4 * 50 * 50;
    expect(runs[0]!.attention.subarray(2 * size)).toEqual(
      trace['blocks.2.attention.weights']!.values,
    );
    expect(runs[1]!.logits).not.toEqual(runs[0]!.logits);
  });

  test('attends as before up to the block of the head, and not after it', async () => {
    const { runs } = await switchedHeads({ weights, image, sets: [[], [[1, 0]]] });
    const [all, without] = runs.map(({ attention }) => attention) as [Float32Array, Float32Array];
    const block = (of: Float32Array, index: number) =>
      of.subarray(index * 4 * 2500, (index + 1) * 4 * 2500);
    expect(block(without, 0)).toEqual(block(all, 0));
    expect(block(without, 1)).toEqual(block(all, 1));
    expect(block(without, 2)).not.toEqual(block(all, 2));
  });

  test('has no head that is not there', async () => {
    await expect(switchedHeads({ weights, image, sets: [[[3, 1]]] })).rejects.toThrow(
      'heads: block 4, head 2 is not among 3 blocks of 4 heads',
    );
  });
});

describe('a qkv matrix', () => {
  const config: VitConfig = { ...tinyVit, ...columns.config };
  const params = nested(fixtureTensors(columns.parameters)) as unknown as AttentionParameters;

  test('gives the same in three, and with its columns moved; misread, what PyTorch says', () => {
    const found = compare(params, fixtureTensor(columns.x), config);
    const [value] = [(name: keyof typeof found) => found[name].dataSync()[0]!];
    expect(value('largest')).toBeCloseTo(columns.largest, 5);
    expect(value('three')).toBeLessThan(forwardTolerance * columns.largest);
    expect(value('moved')).toBeLessThan(forwardTolerance * columns.largest);
    expect(value('misread')).toBeCloseTo(columns.misread, 5);
    expect(value('unbiased')).toBeCloseTo(columns.unbiased, 5);
  });

  test('counts as many parameters in one as in three', async () => {
    const { parameters, tokens } = await qkvLayouts({ weights, image, block: 0 });
    // 32 rows of 96 columns, and 96 biases.
    expect(parameters.one).toEqual({ plain: 3072, biased: 3168 });
    expect(parameters.three).toEqual(parameters.one);
    expect(tokens).toBe(50);
  });
});

test('distances of several pictures are those of each alone', async () => {
  const other = Float32Array.from(image, (value, i) => (i % 7 === 0 ? 1 - value : value));
  const both = await headDistances({ weights, images: [image, other], off: [[0, 1]] });
  const [one] = (await headDistances({ weights, images: [other], off: [[0, 1]] })).distances;
  expect(both.distances).toHaveLength(2);
  one!.forEach((value, i) => expect(both.distances[1]![i]).toBeCloseTo(value, 5));
});

test('the computations leave no tensor behind', async () => {
  await forward({ weights, image });
  const before = memory().numTensors;
  await switchedHeads({ weights, image, sets: [[[0, 0]], [[2, 1]]] });
  await headDistances({ weights, images: [image], off: [] });
  await qkvLayouts({ weights, image, block: 1 });
  expect(memory().numTensors).toBe(before);
});
