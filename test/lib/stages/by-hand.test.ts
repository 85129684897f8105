/** Cases that can be checked on paper. */
import '../../backend-cpu.ts';
import { fill, ones, tensor, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { replay } from '../../../src/lib/parity/replay.ts';
import { gelu, geluTanh } from '../../../src/lib/stages/activations.ts';
import { attention } from '../../../src/lib/stages/attention.ts';
import { batchNorm, initBatchNorm } from '../../../src/lib/stages/batch-norm.ts';
import { initClassToken, prependTokens } from '../../../src/lib/stages/class-token.ts';
import { dense } from '../../../src/lib/stages/dense.ts';
import { dropPath, dropPathRates } from '../../../src/lib/stages/drop-path.ts';
import { dropout } from '../../../src/lib/stages/dropout.ts';
import { groupNorm } from '../../../src/lib/stages/group-norm.ts';
import { pool } from '../../../src/lib/stages/head.ts';
import { layerNorm } from '../../../src/lib/stages/layer-norm.ts';
import { evaluation, type Mode } from '../../../src/lib/stages/mode.ts';
import { mlpWidth } from '../../../src/lib/stages/mlp-width.ts';
import { patchify } from '../../../src/lib/stages/patch-embedding.ts';
import { addPositions, positionTable } from '../../../src/lib/stages/position-embedding.ts';
import { rmsNorm } from '../../../src/lib/stages/rms-norm.ts';
import { scaledDotProduct } from '../../../src/lib/stages/scaled-dot-product.ts';
import { interleaved } from '../../../src/lib/stages/sinusoids.ts';
import { createRandom } from '../../../src/lib/tensors/random.ts';
import { counting, values } from '../cases.ts';

function expectClose(x: Tensor, expected: number[], digits = 6): void {
  values(x).forEach((value, index) => expect(value).toBeCloseTo(expected[index], digits));
  expect(x.size).toBe(expected.length);
}

const training = (...draws: number[]): Mode => ({ training: true, random: replay(draws) });

describe('patches', () => {
  test('of a 4 × 4 image are its quarters, row by row', () => {
    const image = counting([1, 4, 4, 1]);
    const patches = patchify(image, { imageSize: 4, patchSize: 2, inChannels: 1 });
    expect(patches.shape).toEqual([1, 4, 4]);
    expect(patches.arraySync()).toEqual([
      [
        [0, 1, 4, 5],
        [2, 3, 6, 7],
        [8, 9, 12, 13],
        [10, 11, 14, 15],
      ],
    ]);
  });

  test('keep a pixel’s channels together', () => {
    const patches = patchify(counting([1, 2, 2, 3]), { imageSize: 2, patchSize: 2, inChannels: 3 });
    expect(values(patches)).toEqual([...Array(12).keys()]);
  });

  test('are refused with both numbers when they do not fit', () => {
    const config = { imageSize: 30, patchSize: 4, inChannels: 1 };
    expect(() => patchify(zeros([1, 30, 30, 1]), config)).toThrow(
      new RangeError('patch embedding: imageSize 30 is not divisible by patchSize 4'),
    );
    expect(() => patchify(zeros([1, 30, 30, 3]), { ...config, patchSize: 5 })).toThrow(RangeError);
  });
});

describe('a dense layer', () => {
  test('is x W + b', () => {
    const weight = tensor([[1, 2], [3, 4], [5, 6]]); // prettier-ignore
    const y = dense({ weight, bias: tensor([10, 20]) }, tensor([[[1, 0, 2]]]));
    expect(y.arraySync()).toEqual([[[21, 34]]]);
  });

  test('says both widths when they differ', () => {
    expect(() => dense({ weight: zeros([3, 2]), bias: null }, zeros([1, 4]))).toThrow(
      new RangeError('dense: x is 4 wide, the weight takes 3'),
    );
  });
});

describe('the class token', () => {
  test('has no batch axis and stands first in every image', () => {
    const token = initClassToken({ embedDim: 2 }, createRandom(1));
    expect(token.shape).toEqual([1, 1, 2]);
    const { output } = prependTokens([tensor([[[7, 8]]])], counting([2, 1, 2]));
    expect(output.arraySync()).toEqual([[[7, 8], [0, 1]], [[7, 8], [2, 3]]]); // prettier-ignore
  });
});

describe('positions', () => {
  test('are added to the class token too', () => {
    const config = { positionEmbedding: 'learned', tokens: 2, embedDim: 1 } as const;
    const { output } = addPositions(tensor([[[10], [20]]]), tensor([[[1], [2]]]), config);
    expect(values(output)).toEqual([11, 22]);
  });

  test('by sines begin with (0, 1, 0, 1) and turn by one radian in the first pair', () => {
    const [first, second] = interleaved(2, 4);
    expect(first).toEqual([0, 1, 0, 1]);
    expect(second).toEqual([Math.sin(1), Math.cos(1), Math.sin(0.01), Math.cos(0.01)]);
  });

  test('in two dimensions give tokens before the patches no position', () => {
    const config = { positionEmbedding: 'sinusoidal2d', tokens: 6, embedDim: 8 } as const;
    const table = positionTable(null, { ...config, prefixTokens: 2 })!;
    expect(values(table).slice(0, 16)).toEqual(Array(16).fill(0));
    expect(values(table).slice(16, 24)).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
  });
});

describe('norms', () => {
  test('a layer norm brings (1, 3) to (−1, 1)', () => {
    const params = { weight: tensor([1, 10]), bias: tensor([0, 5]) };
    const trace = layerNorm(params, tensor([[1, 3]]));
    expectClose(trace.mean, [2]);
    expectClose(trace.variance, [1]);
    expectClose(trace.output, [-1, 15], 4);
  });

  test('ε keeps a constant token finite', () => {
    const { output } = layerNorm({ weight: ones([3]), bias: zeros([3]) }, fill([1, 3], 7));
    expectClose(output, [0, 0, 0]);
  });

  test('an RMS norm brings (3, 4) to (3, 4) / √12.5', () => {
    const { output } = rmsNorm({ weight: ones([2]) }, tensor([[3, 4]]));
    expectClose(output, [3 / Math.sqrt(12.5), 4 / Math.sqrt(12.5)]);
  });

  test('a batch norm takes (0, 2, 4) to mean 2, variance 8/3, and remembers variance 4', () => {
    const { params, state } = initBatchNorm({ embedDim: 1 });
    const x = tensor([[0], [2], [4]]);
    const trace = batchNorm(params, state, x, training());
    expectClose(trace.mean, [2]);
    expectClose(trace.variance, [8 / 3]);
    expectClose(trace.state.mean, [0.1 * 2]);
    expectClose(trace.state.variance, [0.9 * 1 + 0.1 * 4]);
    const later = batchNorm(params, trace.state, x, evaluation);
    expectClose(later.mean, [0.2]);
    expectClose(later.state.variance, [1.3]);
  });

  test('a batch norm refuses to train on one value a channel', () => {
    const { params, state } = initBatchNorm({ embedDim: 2 });
    const x = tensor([[1, 2]]);
    expect(() => batchNorm(params, state, x, training())).toThrow(
      new RangeError('batch norm: 1 value for each channel, training needs 2 or more'),
    );
    expectClose(batchNorm(params, state, x, evaluation).output, [1, 2], 4);
  });

  test('a group norm brings (1, 3 | 10, 30) to (−1, 1 | −1, 1)', () => {
    const params = { weight: ones([4]), bias: zeros([4]) };
    const trace = groupNorm(params, tensor([[1, 3, 10, 30]]), { groups: 2 });
    expectClose(trace.mean, [2, 20]);
    expectClose(trace.variance, [1, 100]);
    expectClose(trace.output, [-1, 1, -1, 1], 4);
  });
});

describe('attention', () => {
  test('of two tokens with products 112 and 96 at K = 64 has weights 0.88 and 0.12', () => {
    const queries = ones([1, 1, 2, 64]);
    const keys = tensor([[[Array(64).fill(1.75), Array(64).fill(1.5)]]]);
    const trace = scaledDotProduct(queries, keys, keys, { attnDropRate: 0 }, evaluation);
    expectClose(trace.scores, [14, 12, 14, 12], 5);
    expectClose(trace.weights, [0.88, 0.12, 0.88, 0.12], 2);
  });

  test('gives a masked key the weight 0 and the others all of it', () => {
    const q = zeros([1, 1, 3, 2]);
    const mask = tensor([[1, 0, 0], [1, 1, 0], [1, 1, 1]]); // prettier-ignore
    const { weights } = scaledDotProduct(q, q, q, { attnDropRate: 0, mask }, evaluation);
    expect(values(weights).map((w) => Number(w.toFixed(6)))).toEqual([
      1, 0, 0, 0.5, 0.5, 0, 0.333333, 0.333333, 0.333333,
    ]);
  });

  test('refuses heads that do not divide the width, with both numbers', () => {
    const config = { embedDim: 6, numHeads: 4, qkvBias: true, dropRate: 0, attnDropRate: 0 };
    const layer = { weight: zeros([6, 6]), bias: null };
    expect(() =>
      attention({ qkv: layer, projection: layer }, zeros([1, 1, 6]), config, evaluation),
    ).toThrow(new RangeError('attention: embedDim 6 is not divisible by numHeads 4'));
  });
});

describe('the MLP', () => {
  test('GELU is 0 at 0, the identity far to the right, 0 far to the left', () => {
    expectClose(gelu(tensor([0, 10, -10, 1])), [0, 10, 0, 0.8413447], 6);
  });

  test('the tanh form differs by 4.7e-4 at 2.70 and by no more anywhere', () => {
    const x = tensor(Array.from({ length: 12_001 }, (_, i) => i / 1000 - 6));
    const [exact, approximate] = [values(gelu(x)), values(geluTanh(x))];
    const differences = exact.map((value, i) => Math.abs(value - approximate[i]));
    const largest = Math.max(...differences);
    expect(largest).toBeCloseTo(4.7e-4, 5);
    expect(Math.abs(differences.indexOf(largest) / 1000 - 6)).toBeCloseTo(2.7, 1);
  });

  test('is as wide as timm’s: rounded down', () => {
    expect(mlpWidth({ embedDim: 10, mlpRatio: 2.59 })).toBe(25);
    expect(mlpWidth({ embedDim: 768, mlpRatio: 2048 / 768 })).toBe(2048);
  });
});

describe('dropout and drop path', () => {
  test('keep what floor(keep + U) keeps, and divide it by keep', () => {
    const { mask, output } = dropout(tensor([1, 2, 3, 4]), 0.25, training(0.1, 0.25, 0.9, 0.24));
    expectClose(mask!, [0, 4 / 3, 4 / 3, 0]);
    expectClose(output, [0, 8 / 3, 4, 0]);
  });

  test('drop path draws once for each sample', () => {
    const { mask, output } = dropPath(ones([2, 2, 2]), 0.5, training(0.7, 0.2));
    expect(mask!.shape).toEqual([2, 1, 1]);
    expect(values(output)).toEqual([2, 2, 2, 2, 0, 0, 0, 0]);
  });

  test('leave everything alone at evaluation and at rate 0', () => {
    const x = counting([3]);
    expect(dropout(x, 0.9, evaluation).output).toBe(x);
    expect(dropPath(x, 0, training()).output).toBe(x);
  });

  test('refuse a rate of 1', () => {
    expect(() => dropout(zeros([1]), 1, training())).toThrow(RangeError);
  });

  test('the rates of the blocks rise evenly from 0', () => {
    dropPathRates(0.2, 3).forEach((rate, i) => expect(rate).toBeCloseTo([0, 0.1, 0.2][i]));
    expect(dropPathRates(0.2, 1)).toEqual([0]);
  });
});

describe('pools', () => {
  const z = tensor([[[1, 10], [2, 20], [6, 60]]]); // prettier-ignore

  test('read the class token, the mean of the patches, or of everything', () => {
    expect(values(pool(z, 'token'))).toEqual([1, 10]);
    expect(values(pool(z, 'mean'))).toEqual([4, 40]);
    expect(values(pool(z, 'mean', 2))).toEqual([6, 60]);
    expect(values(pool(z, 'meanAll'))).toEqual([3, 30]);
  });
});
