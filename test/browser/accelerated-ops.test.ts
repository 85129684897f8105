/** Every fused program against the plain operations that it stands for: values and gradients, to 1e-5. */
import { tensor, tensor1d, type Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { layoutOf } from '../../src/lib/accelerated/fused/layout.ts';
import { fusedOps } from '../../src/lib/accelerated/fused/ops.ts';
import { plainOps } from '../../src/lib/accelerated/fused/plain.ts';
import { tinyVit, type VitConfig } from '../../src/lib/model/config.ts';
import { initVit } from '../../src/lib/model/vit.ts';
import { positionTable } from '../../src/lib/stages/position-embedding.ts';
import { createRandom } from '../../src/lib/tensors/random.ts';
import { onCpu, opError } from '../parity/accelerated/compare.ts';

const tolerance = 1e-5;

const random = createRandom(11);
const normal = (shape: number[], spread = 1) => random.normalTensor(shape, spread);
/** 0 or 2, as dropout of a half. */
const mask = (shape: number[]) => {
  const size = shape.reduce((product, side) => product * side, 1);
  const values = Float32Array.from({ length: size }, () => 2 * random.integer(2));
  return tensor(values, shape);
};

/** T is 17 and 10, so that an image has an odd or an even number of tokens; 27 numbers make a patch, or 16, or 4. */
const configs: Record<string, VitConfig> = {
  'an odd number of tokens': { ...tinyVit, imageSize: 8, patchSize: 2, embedDim: 8, numHeads: 2 },
  'an even number of tokens': { ...tinyVit, imageSize: 12, embedDim: 12, numHeads: 3 },
  'colour and odd patches': {
    ...tinyVit,
    imageSize: 9,
    patchSize: 3,
    inChannels: 3,
    embedDim: 4,
    numHeads: 2,
  },
};

describe('the fused layer norm equals the plain one', () => {
  for (const [rows, width] of [
    [34, 8],
    [2, 32],
    [1600, 64],
  ])
    // prettier-ignore
    test(`for ${rows} rows of ${width}`, async () => {
      const inputs = [normal([rows, width], 3), normal([width]), normal([width])];
      const error = await opError(
        inputs,
        (x, weight, bias) => fusedOps.layerNorm({ weight, bias }, x),
        (x, weight, bias) => plainOps.layerNorm({ weight, bias }, x),
      );
      expect(error).toBeLessThan(tolerance);
    });
});

describe('the fused activation equals the plain one, far out too:', () => {
  for (const name of ['gelu', 'geluTanh', 'relu'] as const)
    test(name, async () => {
      const [fused, plain] = [fusedOps, plainOps].map(
        (ops) => (x: Tensor) => ops.activation(x, name),
      );
      expect(await opError([normal([40, 50], 4)], fused, plain)).toBeLessThan(tolerance);
    });
});

describe('the fused dense layer equals the plain one', () => {
  for (const [rows, inputs, outputs] of [
    [6, 4, 3],
    [34, 8, 24],
    [1600, 32, 96],
  ])
    // prettier-ignore
    for (const extras of [[], ['bias'], ['bias', 'residual']])
      test(`${rows} rows, ${inputs} → ${outputs}, with ${extras.join(' and ') || 'nothing more'}`, async () => {
        const shapes: Record<string, number[]> = { bias: [outputs], residual: [rows, outputs] };
        const given = [normal([rows, inputs]), normal([inputs, outputs]), ...extras.map((name) => normal(shapes[name]))];
        const layer =
          (dense: typeof fusedOps.dense) =>
          (x: Tensor, weight: Tensor, bias: Tensor | null = null, residual: Tensor | null = null) =>
            dense({ weight, bias }, x, residual);
        const error = await opError(given, layer(fusedOps.dense), layer(plainOps.dense));
        expect(error).toBeLessThan(tolerance);
      });
});

for (const [name, config] of Object.entries(configs)) {
  const images = 3;
  const layout = layoutOf(images, config);
  const { embedDim, numHeads } = config;

  describe(`with ${name}`, () => {
    for (const queries of [layout.rows, 2])
      for (const dropout of [false, true])
        test(`attention of ${queries} rows ${dropout ? 'with dropout' : 'without'}`, async () => {
          const shape = { ...layout, embedDim, numHeads, queries, scale: 0.6 };
          const dropped = dropout ? mask([images * numHeads * queries, layout.rows]) : null;
          const error = await opError(
            [normal([images * layout.rows, 3 * embedDim])],
            (qkv) => fusedOps.attention(qkv, shape, dropped),
            (qkv) => plainOps.attention(qkv, shape, dropped),
          );
          expect(error).toBeLessThan(tolerance);
        });

    for (const kind of ['learned', 'sinusoidal', 'none'] as const)
      test(`embedding with positions ${kind}`, async () => {
        const params = initVit({ ...config, positionEmbedding: kind }, createRandom(2));
        const { imageSize, inChannels } = config;
        const pictures = normal([images, imageSize, imageSize, inChannels]);
        const { weight, bias } = params.patchEmbedding;
        const fixed =
          kind === 'sinusoidal'
            ? positionTable(null, { positionEmbedding: kind, tokens: layout.tokens, embedDim })
            : null;
        const given = [
          weight,
          bias!,
          params.classToken,
          ...(params.positions ? [params.positions] : []),
        ];
        const op =
          ({ embedding }: typeof fusedOps) =>
          (weight: Tensor, bias: Tensor, classToken: Tensor, positions: Tensor | null = fixed) =>
            embedding(
              { patchEmbedding: { weight, bias, norm: null }, classToken },
              positions,
              pictures,
              config,
              layout,
            );
        expect(await opError(given, op(fusedOps), op(plainOps))).toBeLessThan(tolerance);
      });

    const pools = {
      'the first tokens':
        ({ firstTokens }: typeof fusedOps) =>
        (z: Tensor) =>
          firstTokens(z, layout),
      'the mean of patches':
        ({ meanOfTokens }: typeof fusedOps) =>
        (z: Tensor) =>
          meanOfTokens(z, layout, 1),
      'the mean of all tokens':
        ({ meanOfTokens }: typeof fusedOps) =>
        (z: Tensor) =>
          meanOfTokens(z, layout, 0),
    };
    for (const [name, pool] of Object.entries(pools))
      test(name, async () => {
        const z = normal([images * layout.rows, embedDim]);
        expect(await opError([z], pool(fusedOps), pool(plainOps))).toBeLessThan(tolerance);
      });

    test('dropout, drop path and a residual branch', async () => {
      const shape = [images * layout.rows, embedDim];
      const choices = [
        { numbers: mask(shape), paths: null },
        { numbers: null, paths: mask([images]) },
        { numbers: mask(shape), paths: mask([images]) },
      ];
      for (const masks of choices) {
        const alone = await opError([normal(shape)], (x) => fusedOps.masked(x, masks), (x) => plainOps.masked(x, masks)); // prettier-ignore
        const summed = await opError(
          [normal(shape), normal(shape)],
          (x, z) => fusedOps.masked(x, masks, z),
          (x, z) => plainOps.masked(x, masks, z),
        );
        expect(Math.max(alone, summed)).toBeLessThan(tolerance);
      }
    });
  });
}

describe('the fused cross-entropy equals the plain one', () => {
  for (const [images, classes, smoothing] of [
    [5, 10, 0],
    [4, 3, 0.1],
    [1, 2, 0.3],
  ])
    // prettier-ignore
    test(`for ${images} images, ${classes} classes, smoothing ${smoothing}`, async () => {
      const labels = tensor1d(Int32Array.from({ length: images }, () => random.integer(classes)), 'int32');
      const logits = normal([2 * images, classes], 5);
      const error = await opError(
        [logits],
        (x) => fusedOps.crossEntropy(x, labels, smoothing).loss,
        (x) => plainOps.crossEntropy(x, labels, smoothing).loss,
      );
      expect(error).toBeLessThan(tolerance);
      const actual = await fusedOps.crossEntropy(logits, labels).accuracy.data();
      const expected = await onCpu(() => plainOps.crossEntropy(logits, labels).accuracy.data());
      expect(actual[0]).toBeCloseTo(expected[0], 6);
    });
});
