import '../../backend-cpu.ts';
import { moments, type Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { tinyVit } from '../../../src/lib/model/config.ts';
import { flattenParameters } from '../../../src/lib/model/parameters.ts';
import { initVit } from '../../../src/lib/model/vit.ts';
import {
  initialisations,
  type InitialisationName,
} from '../../../src/lib/stages/initialisation.ts';
import { createRandom } from '../../../src/lib/tensors/random.ts';
import { values } from '../cases.ts';

const config = { ...tinyVit, embedDim: 64, depth: 1 };

function parameters(scheme: InitialisationName): Record<string, Tensor> {
  const named = flattenParameters(initVit(config, createRandom(1), scheme));
  return Object.fromEntries(named.map(({ name, tensor }) => [name, tensor]));
}

const spread = (x: Tensor) => Math.sqrt(values(moments(x).variance)[0]);
const largest = (x: Tensor) => Math.max(...values(x).map(Math.abs));

/** Within a tenth, which 4,000 draws keep to easily. */
const about = (actual: number, expected: number) =>
  expect(Math.abs(actual / expected - 1)).toBeLessThan(0.1);

describe('fresh parameters', () => {
  test('by timm’s scheme: N(0, 0.02) for dense layers and positions, a tiny class token', () => {
    const { ...given } = parameters('timm');
    about(spread(given['blocks.0.attention.qkv.weight']), 0.02);
    about(spread(given['head.classifier.weight']), 0.02);
    about(spread(given.positions), 0.02);
    expect(largest(given.classToken)).toBeLessThan(1e-5);
    expect(largest(given.classToken)).toBeGreaterThan(0);
    expect(largest(given['blocks.0.mlp.expand.bias'])).toBe(0);
    expect(largest(given['patchEmbedding.weight'])).toBeLessThanOrEqual(1 / Math.sqrt(16));
    about(spread(given['patchEmbedding.weight']), 1 / Math.sqrt(3 * 16));
    expect(largest(given['patchEmbedding.bias'])).toBeGreaterThan(0);
  });

  test('by Xavier’s: uniform within ±√(6 / (in + out)), biases 0', () => {
    const given = parameters('xavier');
    const limit = Math.sqrt(6 / (64 + 192));
    expect(largest(given['blocks.0.attention.qkv.weight'])).toBeLessThanOrEqual(limit);
    about(spread(given['blocks.0.attention.qkv.weight']), limit / Math.sqrt(3));
    expect(largest(given['patchEmbedding.bias'])).toBe(0);
  });

  test.each([
    ['ones', 1],
    ['zeros', 0],
  ] as const)('with tokens and positions of %s', (scheme, value) => {
    // prettier-ignore
    const given = parameters(scheme);
    for (const name of ['classToken', 'positions'])
      expect(new Set(values(given[name]))).toEqual(new Set([value]));
    about(spread(given['blocks.0.mlp.expand.weight']), 1 / Math.sqrt(3 * 64));
    expect(largest(given['blocks.0.mlp.expand.bias'])).toBeGreaterThan(0);
  });

  test('with positions of N(0, 1)', () => {
    about(spread(parameters('normal').positions), 1);
  });

  test.each(Object.keys(initialisations) as InitialisationName[])(
    'by %s: norms of 1 and 0',
    (scheme) => {
      // prettier-ignore
      const given = parameters(scheme);
      expect(new Set(values(given['norm.weight']))).toEqual(new Set([1]));
      expect(new Set(values(given['blocks.0.norm2.bias']))).toEqual(new Set([0]));
    },
  );

  test('are wholly determined by the seed', () => {
    const [one, two] = [parameters('xavier'), parameters('xavier')];
    for (const name of Object.keys(one)) expect(values(one[name])).toEqual(values(two[name]));
  });
});
