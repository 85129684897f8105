import '../../backend-cpu.ts';
import { describe, expect, test } from 'vitest';
import { inferConfig } from '../../../src/lib/io/infer-config.ts';
import { misfits, nameThere, type NameStyle } from '../../../src/lib/io/names.ts';
import { decodeSafetensors, encodeSafetensors, type NamedArray } from '../../../src/lib/io/safetensors.ts'; // prettier-ignore
import {
  exportStateDict,
  importStateDict,
  namedStateDict,
  readStateDict,
  StateDictError,
} from '../../../src/lib/io/state-dict.ts';
import { toArrays, toParameters } from '../../../src/lib/io/tensors.ts';
import { tinyVit, type VitConfig } from '../../../src/lib/model/config.ts';
import { sizeOf, stateShapes } from '../../../src/lib/model/parameter-shapes.ts';
import { initVit, vit } from '../../../src/lib/model/vit.ts';
import { evaluation } from '../../../src/lib/stages/mode.ts';
import { createRandom } from '../../../src/lib/tensors/random.ts';
import { difference, normal } from '../cases.ts';

const base: VitConfig = { ...tinyVit, imageSize: 6, patchSize: 3, inChannels: 2, embedDim: 8, numHeads: 2, depth: 2 }; // prettier-ignore

/** Every number of a model is another one, so that no two can change places unnoticed. */
function numbered(config: VitConfig): NamedArray[] {
  let next = 1;
  return stateShapes(config).map(({ name, shape }) => ({
    name,
    shape,
    values: Float32Array.from({ length: sizeOf(shape) }, () => next++),
  }));
}

const stored = (tensors: NamedArray[]) => decodeSafetensors(encodeSafetensors(tensors)).tensors;

const variants: [string, Partial<VitConfig>, NameStyle][] = [
  ['timm’s ViT', {}, 'timm'],
  ['torchvision’s', {}, 'torchvision'],
  ['timm’s, separate q, k, v', { separateQkv: true }, 'timm'],
  ['torchvision’s, separate q, k, v', { separateQkv: true }, 'torchvision'],
  ['timm’s without qkv bias', { qkvBias: false, separateQkv: true }, 'timm'],
  ['DeiT', { distilled: true }, 'timm'],
  ['LayerScale', { layerScale: 0.1 }, 'timm'],
  ['pre-logits', { representationSize: 5 }, 'torchvision'],
  ['mean of the patches', { pool: 'mean' }, 'timm'],
  ['a norm of the patches', { patchNorm: true }, 'timm'],
  ['fixed positions', { positionEmbedding: 'sinusoidal2d' }, 'timm'],
  ['no positions', { positionEmbedding: 'none' }, 'torchvision'],
  ['features only', { numClasses: 0 }, 'timm'],
];

describe('a state dict', () => {
  test.each(variants)('of %s comes back as it went', (_, change, style) => {
    const config = { ...base, ...change };
    const parameters = numbered(config);
    const there = exportStateDict(parameters, config, style);
    expect(importStateDict(stored(there), config, style)).toEqual(parameters);
  });

  test('of a model that no library has comes back too, running averages and all', () => {
    const config: VitConfig = { ...base, normalization: 'batch', separateQkv: true };
    const state = numbered(config);
    const there = namedStateDict(state, config, 'timm');
    expect(readStateDict(stored(there), config, 'timm')).toEqual(state);
    expect(inferConfig(stored(there), 4).config.normalization).toBe('batch');
  });

  test('turns dense weights over and makes the patches’ one a kernel', () => {
    const there = exportStateDict(numbered(base), base, 'timm');
    const of = (name: string) => there.find((one) => one.name === name)!;
    const kernel = of('patch_embed.proj.weight');
    expect(kernel.shape).toEqual([8, 2, 3, 3]);
    // Row 1, column 2, channel 1 of the patch is number (1·3 + 2)·2 + 1 = 11 of E’s rows, 8 columns wide.
    const at = (d: number, c: number, y: number, x: number) =>
      kernel.values[((d * 2 + c) * 3 + y) * 3 + x];
    expect(at(4, 1, 1, 2)).toBe(11 * 8 + 4 + 1);
    expect(of('blocks.0.attn.qkv.weight').shape).toEqual([24, 8]);
    expect(of('blocks.1.mlp.fc1.weight').shape).toEqual([16, 8]);
  });

  test('has exactly the names that torchvision gives', () => {
    const names = exportStateDict(numbered({ ...base, depth: 1 }), { ...base, depth: 1 }, 'torchvision').map(({ name }) => name); // prettier-ignore
    expect(names.sort()).toEqual([
      'class_token',
      'conv_proj.bias',
      'conv_proj.weight',
      'encoder.layers.encoder_layer_0.ln_1.bias',
      'encoder.layers.encoder_layer_0.ln_1.weight',
      'encoder.layers.encoder_layer_0.ln_2.bias',
      'encoder.layers.encoder_layer_0.ln_2.weight',
      'encoder.layers.encoder_layer_0.mlp.0.bias',
      'encoder.layers.encoder_layer_0.mlp.0.weight',
      'encoder.layers.encoder_layer_0.mlp.3.bias',
      'encoder.layers.encoder_layer_0.mlp.3.weight',
      'encoder.layers.encoder_layer_0.self_attention.in_proj_bias',
      'encoder.layers.encoder_layer_0.self_attention.in_proj_weight',
      'encoder.layers.encoder_layer_0.self_attention.out_proj.bias',
      'encoder.layers.encoder_layer_0.self_attention.out_proj.weight',
      'encoder.ln.bias',
      'encoder.ln.weight',
      'encoder.pos_embedding',
      'heads.head.bias',
      'heads.head.weight',
    ]);
  });

  test('calls a batch norm’s tensors as nn.BatchNorm1d does, the count of batches left out', () => {
    const config: VitConfig = { ...base, depth: 1, normalization: 'batch' };
    const names = stateShapes(config).map(({ name }) => nameThere(name, 'timm', config));
    const ofNorm = ['bias', 'running_mean', 'running_var', 'weight'];
    const expected = ['blocks.0.norm1', 'blocks.0.norm2', 'norm'].flatMap((norm) => ofNorm.map((part) => `${norm}.${part}`)); // prettier-ignore
    expect(names.filter((name) => name!.includes('norm')).sort()).toEqual(expected);
  });

  test('through a file and back gives the same logits', async () => {
    const params = initVit(base, createRandom(1));
    const file = encodeSafetensors(exportStateDict(await toArrays(params), base, 'timm'));
    const arrays = importStateDict(decodeSafetensors(file).tensors, base, 'timm');
    const images = normal(2, [2, 6, 6, 2]);
    const logits = (given: typeof params) => vit(given, images, base, evaluation).logits;
    expect(difference(logits(toParameters(arrays, base)), logits(params))).toBe(0);
  });

  test('in half precision moves the logits by a thousandth at most', async () => {
    const params = initVit(base, createRandom(1));
    const file = encodeSafetensors(exportStateDict(await toArrays(params), base, 'timm'), { type: 'F16' }); // prettier-ignore
    const arrays = importStateDict(decodeSafetensors(file).tensors, base, 'timm');
    const images = normal(2, [2, 6, 6, 2]);
    const logits = (given: typeof params) => vit(given, images, base, evaluation).logits;
    const moved = difference(logits(toParameters(arrays, base)), logits(params));
    expect(moved).toBeGreaterThan(0);
    expect(moved).toBeLessThan(5e-3);
  });
});

describe('a file that does not fit the model', () => {
  const good = () => exportStateDict(numbered(base), base, 'timm');

  function problemsOf(tensors: NamedArray[]): string[] {
    try {
      importStateDict(stored(tensors), base, 'timm');
    } catch (error) {
      if (error instanceof StateDictError) return error.problems;
      throw error;
    }
    return [];
  }

  test('is told of by name and with both shapes, all at once', () => {
    const tensors = good().filter(({ name }) => name !== 'norm.bias');
    const wrong = tensors.find(({ name }) => name === 'head.weight')!;
    wrong.shape = [8, 10];
    tensors.push({ name: 'surplus', shape: [2], values: new Float32Array(2) });
    expect(problemsOf(tensors)).toEqual([
      'norm.bias of shape [8] is missing',
      'head.weight has shape [8, 10], but the model needs [10, 8]',
      'surplus of shape [2] is not part of the model',
    ]);
  });

  test.each([NaN, Infinity])('holding %s is refused', (value) => {
    const tensors = good();
    tensors.find(({ name }) => name === 'blocks.1.mlp.fc2.bias')!.values[3] = value;
    expect(problemsOf(tensors)).toEqual([
      'blocks.1.mlp.fc2.bias holds numbers that are not finite',
    ]);
  });

  test('of whole numbers is refused', () => {
    const tensors = stored(good());
    tensors.set('norm.bias', { type: 'I32', shape: [8], bytes: new Uint8Array(32) });
    expect(() => importStateDict(tensors, base, 'timm')).toThrow('Numbers of type I32');
  });
});

describe('a variant that a library lacks', () => {
  const lacking: [Partial<VitConfig>, NameStyle, string][] = [
    [{ distilled: true }, 'torchvision', 'torchvision has no model with a distillation token'],
    [{ normalization: 'rms' }, 'timm', 'timm has no model with RMS norms in place of layer norms'],
    [{ normalization: 'batch' }, 'timm', 'timm has no model with batch norms in place of layer norms'], // prettier-ignore
    [{ normalization: 'batch' }, 'torchvision', 'torchvision has no model with batch norms in place of layer norms'], // prettier-ignore
    [{ normFirst: false }, 'timm', 'timm has no model with norms after the sums'],
    [{ scaledAttention: false }, 'timm', 'timm has no model with scores that are not divided'],
    [{ pool: 'meanAll' }, 'timm', 'timm has no model with the mean of all tokens'],
    [{ qkvBias: false }, 'torchvision', 'torchvision has no model with queries, keys and values without bias'], // prettier-ignore
  ];
  test.each(lacking)('%o is said to be none of %s', (change, style, reason) => {
    const config = { ...base, ...change };
    expect(misfits(config, style)).toEqual([reason]);
    expect(() => exportStateDict(numbered(config), config, style)).toThrow(reason);
    expect(() => importStateDict(stored([]), config, style)).toThrow(reason);
  });
});

describe('names for a model that a library lacks', () => {
  const kinds: Partial<VitConfig>[] = [
    { normalization: 'rms', normFirst: false },
    { finalNorm: false, separateQkv: true },
    { pool: 'meanAll', scaledAttention: false },
  ];
  test.each(kinds)('%o serve all the same, both ways', (change) => {
    const config = { ...base, ...change };
    const parameters = numbered(config);
    const there = stored(namedStateDict(parameters, config, 'timm'));
    expect(readStateDict(there, config, 'timm')).toEqual(parameters);
    there.delete('cls_token');
    expect(() => readStateDict(there, config, 'timm')).toThrow('cls_token of shape [1, 1, 8] is missing'); // prettier-ignore
  });
});

describe('the config of a checkpoint', () => {
  test.each(
    variants.filter(
      ([, change]) =>
        change.positionEmbedding !== 'sinusoidal2d' && change.positionEmbedding !== 'none',
    ),
  )('of %s is read off its shapes', (_, change, style) => {
    // prettier-ignore
    const config = { ...base, ...change };
    const tensors = stored(exportStateDict(numbered(config), config, style));
    const layerScale = config.layerScale === null ? null : 1e-5;
    expect(inferConfig(tensors, 4)).toEqual({ config: { ...config, layerScale, separateQkv: false }, style }); // prettier-ignore
  });

  test('that is no ViT is refused in words', () => {
    expect(() =>
      inferConfig(stored([{ name: 'x', shape: [0], values: new Float32Array() }])),
    ).toThrow('These are not the weights of a ViT');
  });
});
