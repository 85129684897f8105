/** What holds for any numbers and shapes. */
import '../../backend-cpu.ts';
import { add, concat, gather, grad, mean, mul, reshape, slice, split, sum, tensor, tensor1d, tidy, type Tensor } from '@tensorflow/tfjs-core'; // prettier-ignore
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tinyVit, type VitConfig } from '../../../src/lib/model/config.ts';
import { initVit, vit } from '../../../src/lib/model/vit.ts';
import { attention, initAttention } from '../../../src/lib/stages/attention.ts';
import { batchNorm, initBatchNorm } from '../../../src/lib/stages/batch-norm.ts';
import { dropPath } from '../../../src/lib/stages/drop-path.ts';
import { dropout } from '../../../src/lib/stages/dropout.ts';
import { encoderBlock, initEncoderBlock } from '../../../src/lib/stages/encoder-block.ts';
import { initLayerNorm, layerNorm } from '../../../src/lib/stages/layer-norm.ts';
import { initMlp, mlp } from '../../../src/lib/stages/mlp.ts';
import { evaluation } from '../../../src/lib/stages/mode.ts';
import { initPatchEmbedding, patchEmbedding, patchify, unpatchify } from '../../../src/lib/stages/patch-embedding.ts'; // prettier-ignore
import { interpolatePositions, resamplingWeights, type Interpolation } from '../../../src/lib/stages/position-interpolation.ts'; // prettier-ignore
import { scaledDotProduct } from '../../../src/lib/stages/scaled-dot-product.ts';
import { interleaved } from '../../../src/lib/stages/sinusoids.ts';
import { createRandom } from '../../../src/lib/tensors/random.ts';
import { difference, normal, runs, seed, side, values } from '../cases.ts';

/** The long run tries many cases. */
const patient = { timeout: 600_000 };

const quiet = { dropRate: 0, attnDropRate: 0, dropPathRate: 0, qkvBias: true };

/** Runs a property in a scope, so that its tensors are freed. */
function holds<Values extends unknown[]>(
  given: { [Key in keyof Values]: fc.Arbitrary<Values[Key]> },
  check: (...values: Values) => void,
): void {
  const all = fc.tuple(...given) as unknown as fc.Arbitrary<Values>;
  const inScope = (drawn: Values) => {
    tidy(() => {
      check(...drawn);
    });
  };
  fc.assert(fc.property(all, inScope), runs);
}

describe('scores', patient, () => {
  test('without its division is that of queries √K times as long', () => {
    holds([seed, side(3), side(4), side(5)], (start, H, T, K) => {
      const [q, k, v] = [0, 1, 2].map((more) => normal(start + more, [2, H, T, K]));
      const long = scaledDotProduct(mul(q, Math.sqrt(K)), k, v, { attnDropRate: 0 }, evaluation);
      const bare = { attnDropRate: 0, scaled: false };
      const { weights, output } = scaledDotProduct(q, k, v, bare, evaluation);
      expect(difference(weights, long.weights)).toBeLessThan(1e-5);
      expect(difference(output, long.output)).toBeLessThan(1e-5);
    });
  });
});

describe('patches', patient, () => {
  test('put together again are the image', () => {
    holds([seed, side(3), side(4), side(3), side(3)], (start, B, G, P, C) => {
      const config = { imageSize: G * P, patchSize: P, inChannels: C };
      const images = normal(start, [B, G * P, G * P, C]);
      expect(difference(unpatchify(patchify(images, config), config), images)).toBe(0);
    });
  });

  test('projected by the dense layer are the strided convolution', () => {
    holds([seed, side(3), side(3), side(3), side(5)], (start, G, P, C, D) => {
      const config = { imageSize: G * P, patchSize: P, inChannels: C, embedDim: D };
      const params = initPatchEmbedding(config, createRandom(start));
      const images = normal(start, [2, G * P, G * P, C]);
      const one = patchEmbedding(params, images, { ...config, patchProjection: 'linear' });
      const two = patchEmbedding(params, images, { ...config, patchProjection: 'convolution' });
      expect(difference(one.output, two.output)).toBeLessThan(1e-5);
    });
  });
});

describe('attention', patient, () => {
  test('gives each query weights that sum to 1, masked or not', () => {
    holds([seed, side(3), side(6), side(3), side(4), fc.boolean()], (start, B, T, H, K, masked) => {
      const config = { ...quiet, embedDim: H * K, numHeads: H };
      const params = initAttention(config, createRandom(start));
      const random = createRandom(start);
      const seen = Float32Array.from({ length: T * T }, (_, i) =>
        i % (T + 1) === 0 ? 1 : random.integer(2),
      );
      const mask = masked ? tensor(seen, [T, T]) : null;
      const { weights } = attention(
        params,
        normal(start, [B, T, H * K], 3),
        config,
        evaluation,
        mask,
      );
      values(sum(weights, -1)).forEach((total) => expect(total).toBeCloseTo(1, 5));
      if (masked)
        values(weights).forEach((weight, i) => {
          if (seen[i % (T * T)] === 0) expect(weight).toBe(0);
        });
    });
  });

  test('with one qkv layer is that with three, columns apart', () => {
    holds([seed, side(4), side(3), side(3)], (start, T, H, K) => {
      const config = { ...quiet, embedDim: H * K, numHeads: H };
      const params = initAttention(config, createRandom(start));
      if (!('qkv' in params)) throw new Error('the layers are apart');
      const weights = split(params.qkv.weight, 3, 1);
      const biases = split(normal(start, [3 * H * K]), 3);
      const fused = { ...params, qkv: { ...params.qkv, bias: concat(biases) } };
      const [query, key, value] = weights.map((weight, i) => ({ weight, bias: biases[i] }));
      const x = normal(start, [2, T, H * K]);
      const apart = attention({ query, key, value, projection: params.projection }, x, config, evaluation); // prettier-ignore
      expect(difference(attention(fused, x, config, evaluation).output, apart.output)).toBeLessThan(1e-5); // prettier-ignore
    });
  });
});

const small: VitConfig = {
  ...tinyVit,
  imageSize: 9,
  patchSize: 3,
  embedDim: 6,
  numHeads: 2,
  depth: 2,
};

/** The logits for an image, and for the same patches in another order. */
function shuffled(start: number, change: Partial<VitConfig>): number {
  const config = { ...small, ...change };
  const random = createRandom(start);
  const params = initVit(config, random, 'normal');
  const images = normal(start, [1, 9, 9, 1]);
  const order = tensor1d([1, 2, 3, 4, 5, 6, 7, 8, 0], 'int32');
  const other = unpatchify(gather(patchify(images, config), order, 1), config);
  const logits = (x: Tensor) => vit(params, x, config, evaluation).logits;
  return difference(logits(images), logits(other));
}

describe('the order of the patches', patient, () => {
  test('does not matter to the class token without positions', () => {
    holds([seed], (start) =>
      expect(shuffled(start, { positionEmbedding: 'none' })).toBeLessThan(2e-5),
    );
  });

  test.each(['learned', 'sinusoidal', 'timingSignal'] as const)('matters with %s ones', (kind) => {
    holds([seed], (start) => {
      expect(shuffled(start, { positionEmbedding: kind })).toBeGreaterThan(1e-4);
    });
  });
});

describe('norms', patient, () => {
  /** How far the first sample’s result moves when the second sample is shifted. */
  const moved = (normed: (x: Tensor) => Tensor, start: number) => {
    const [first, second] = [normal(start, [1, 3, 4]), normal(start + 1, [1, 3, 4])];
    const of = (shift: number) => slice(normed(concat([first, add(second, shift)])), 0, 1);
    return difference(of(0), of(5));
  };

  test('a layer norm of a token does not depend on the batch', () => {
    holds([seed], (start) => {
      expect(moved((x) => layerNorm(initLayerNorm({ embedDim: 4 }), x).output, start)).toBe(0);
    });
  });

  test('a batch norm does', () => {
    const { params, state } = initBatchNorm({ embedDim: 4 });
    const training = { training: true, random: createRandom(1) } as const;
    holds([seed], (start) => {
      expect(moved((x) => batchNorm(params, state, x, training).output, start)).toBeGreaterThan(
        0.1,
      );
    });
  });

  test('a layer norm has mean 0 and variance 1', () => {
    holds([seed, fc.integer({ min: 2, max: 9 })], (start, D) => {
      const { normalised } = layerNorm(initLayerNorm({ embedDim: D }), normal(start, [5, D], 7));
      values(mean(normalised, -1)).forEach((value) => expect(value).toBeCloseTo(0, 4));
      values(mean(mul(normalised, normalised), -1)).forEach((value) =>
        expect(value).toBeCloseTo(1, 2),
      );
    });
  });
});

describe('dropping', patient, () => {
  const rates = fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10);

  test.each([
    ['dropout', dropout],
    ['drop path', dropPath],
  ] as const)('%s keeps the expectation', (_, drop) => {
    // prettier-ignore
    holds([seed, rates], (start, rate) => {
      const mode = { training: true, random: createRandom(start) } as const;
      const { mask, output } = drop(tensor(Array(4000).fill(1), [4000, 1]), rate, mode);
      const keep = 1 - rate;
      for (const one of new Set(values(mask!)))
        expect([0, Math.fround(1 / keep)]).toContain(one);
      const spread = Math.sqrt(rate / keep / 4000); // of the mean of 4000 draws
      expect(Math.abs(values(mean(output))[0] - 1)).toBeLessThan(5 * spread);
    });
  });
});

describe('the MLP', patient, () => {
  test('works on each token alone: shift the tokens, shift the result', () => {
    holds([seed, side(5), side(5)], (start, T, D) => {
      const config = { embedDim: D, mlpRatio: 2, dropRate: 0 };
      const params = initMlp(config, createRandom(start));
      const x = normal(start, [1, T, D]);
      const order = tensor1d(
        [...Array(T).keys()].map((i) => (i + 1) % T),
        'int32',
      );
      const of = (tokens: Tensor) => mlp(params, tokens, config, evaluation).output;
      expect(difference(of(gather(x, order, 1)), gather(of(x), order, 1))).toBeLessThan(1e-6);
    });
  });
});

describe('sinusoids', patient, () => {
  test('k positions further on are turned by the same angle everywhere', () => {
    holds([side(40), side(20)], (p, k) => {
      const rows = interleaved(p + k + 1, 8);
      for (let pair = 0; pair < 4; pair++) {
        const angle = k / 10000 ** (pair / 4);
        const [s, c] = rows[p].slice(2 * pair);
        const [turnedS, turnedC] = rows[p + k].slice(2 * pair);
        expect(turnedS).toBeCloseTo(s * Math.cos(angle) + c * Math.sin(angle), 9);
        expect(turnedC).toBeCloseTo(c * Math.cos(angle) - s * Math.sin(angle), 9);
      }
    });
  });
});

describe('a table for another grid', patient, () => {
  const methods: Interpolation[] = ['bilinear', 'bicubic', 'bicubicAntialiased'];

  test.each(methods)(
    'by %s has weights that sum to 1, and is itself for the same grid',
    (interpolation) => {
      // prettier-ignore
      holds([seed, side(6), side(9)], (start, from, to) => {
      for (const row of resamplingWeights(from, to, interpolation))
        expect(row.reduce((total, weight) => total + weight, 0)).toBeCloseTo(1, 9);
      const table = normal(start, [1, from * from + 1, 3]);
      const config = { from, to: from, embedDim: 3, prefixTokens: 1, interpolation };
      expect(difference(interpolatePositions(table, config), table)).toBeLessThan(1e-6);
    });
    },
  );
});

describe('gradients', patient, () => {
  /** Central differences along a random direction, of a sum with random weights. */
  function slopes(f: (x: Tensor) => Tensor, x: Tensor, start: number): [number, number] {
    const weights = normal(start + 7, f(x).shape);
    const scalar = (at: Tensor) => sum(mul(f(at), weights));
    const direction = normal(start + 8, x.shape);
    const h = 4e-3;
    const at = (step: number) => values(scalar(add(x, mul(direction, step))))[0];
    const measured = (at(h) - at(-h)) / (2 * h);
    const slope = grad((given: Tensor) => scalar(given))(x);
    return [values(sum(mul(slope, direction)))[0], measured];
  }

  const near = ([exact, measured]: [number, number]) =>
    expect(Math.abs(exact - measured)).toBeLessThan(0.02 * Math.max(1, Math.abs(measured)));

  test('of a block on random shapes are its slopes', () => {
    const wide = fc.integer({ min: 8, max: 11 }); // a narrow token may be almost constant, and its norm is steep there
    const options = fc.record({
      normFirst: fc.boolean(),
      separateQkv: fc.boolean(),
      normalization: fc.constantFrom('layer' as const, 'rms' as const, 'batch' as const),
      activation: fc.constantFrom('gelu' as const, 'geluTanh' as const),
      layerScale: fc.constantFrom(null, 0.5),
    });
    holds([seed, side(2), side(4), side(2), wide, options], (start, B, T, H, K, chosen) => {
      const D = H * K;
      const config = { ...quiet, ...chosen, embedDim: D, numHeads: H, mlpRatio: 2 };
      const params = initEncoderBlock(config, createRandom(start));
      near(slopes((x) => encoderBlock(params, x, config, evaluation).output, normal(start, [B, T, D]), start)); // prettier-ignore
    });
  });

  test('of the embedded image are its slopes', () => {
    holds([seed], (start) => {
      const config = { ...small, embedDim: 12 };
      const params = initVit(config, createRandom(start));
      const images = normal(start, [2, 9, 9, 1]);
      near(slopes((x) => reshape(vit(params, x, config, evaluation).logits, [-1]), images, start));
    });
  });
});
