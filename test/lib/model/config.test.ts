import '../../backend-cpu.ts';
import { describe, expect, test } from 'vitest';
import { configProblems, tinyVit, type VitConfig } from '../../../src/lib/model/config.ts';
import { bufferShapes, parameterShapes } from '../../../src/lib/model/parameter-shapes.ts';
import {
  countParameters,
  flattenBuffers,
  flattenParameters,
} from '../../../src/lib/model/parameters.ts';
import { preset, tutorialModels } from '../../../src/lib/model/presets.ts';
import { initVit } from '../../../src/lib/model/vit.ts';
import { createRandom } from '../../../src/lib/tensors/random.ts';

const variants: Record<string, Partial<VitConfig>> = {
  'the default': {},
  'no learned positions': { positionEmbedding: 'timingSignal' },
  'a looked-up table': { positionEmbedding: 'lookup' },
  'no qkv bias': { qkvBias: false },
  'separate q, k, v': { separateQkv: true },
  'RMS norms': { normalization: 'rms' },
  'batch norms': { normalization: 'batch' },
  'batch norms, none before the head': { normalization: 'batch', finalNorm: false },
  LayerScale: { layerScale: 0.1 },
  'pre-logits': { representationSize: 17 },
  'two heads': { distilled: true },
  'features only': { numClasses: 0, distilled: true },
  'no final norm': { finalNorm: false },
  'a norm of the patches': { patchNorm: true },
  'an MLP of no whole ratio': { mlpRatio: 2.6 },
  'no blocks': { depth: 0 },
};

describe('the parameters that are counted are those that are built', () => {
  test.each(Object.entries(variants))('%s', (_, change) => {
    const config = { ...tinyVit, ...change };
    const params = initVit(config, createRandom(1));
    const built = flattenParameters(params);
    const shapes = (all: typeof built) => all.map(({ name, tensor }) => ({ name, shape: tensor.shape })); // prettier-ignore
    expect(parameterShapes(config)).toEqual(shapes(built));
    expect(bufferShapes(config)).toEqual(shapes(flattenBuffers(params)));
    expect(countParameters(config)).toBe(built.reduce((sum, { tensor }) => sum + tensor.size, 0));
  });
});

describe('the counts of the literature', () => {
  const published: [string, VitConfig, number][] = [
    ['Ti/16', preset({ size: 'Ti', patchSize: 16 }), 5_717_416],
    ['S/16', preset({ size: 'S', patchSize: 16 }), 22_050_664],
    ['B/16', preset({ size: 'B', patchSize: 16 }), 86_567_656],
    ['B/16, 3 classes', tutorialModels.replication.config, 85_800_963],
    ['B/16 at 384', tutorialModels.largerImages.config, 86_859_496],
    ['L/16', preset({ size: 'L', patchSize: 16 }), 304_326_632],
    ['H/14', preset({ size: 'H', patchSize: 14 }), 632_045_800],
    [
      'nn.TransformerEncoderLayer(768, 8) twelve times',
      tutorialModels.encoderLayers.config,
      67_679_464,
    ],
    ['the lab’s', tinyVit, 28_202],
  ];
  test.each(published)('%s', (_, config, expected) => {
    expect(countParameters(config)).toBe(expected);
  });

  test('B/16 has 152,064 numbers in its class token and positions, which a tool leaves out', () => {
    expect(countParameters(tutorialModels.meanOfAllTokens.config) - 86_415_592).toBe(152_064);
    expect((1 + 197) * 768).toBe(152_064);
  });
});

describe('a config that cannot be built', () => {
  const wrong: [Partial<VitConfig>, string][] = [
    [{ imageSize: 30 }, 'patch embedding: imageSize 30 is not divisible by patchSize 4'],
    [{ embedDim: 64, numHeads: 5 }, 'attention: embedDim 64 is not divisible by numHeads 5'],
    [{ dropRate: 1 }, 'model: dropRate 1 is not at least 0 and less than 1'],
    [{ depth: 1.5 }, 'model: depth 1.5 is not a whole number of 0 or more'],
    [{ numClasses: -1 }, 'model: numClasses -1 is not a whole number of 0 or more'],
    [{ numClasses: NaN }, 'model: numClasses is not a whole number of 0 or more'],
    [{ numHeads: 0 }, 'model: numHeads 0 is not a whole number above 0'],
    [{ mlpRatio: 0.01 }, 'mlp: embedDim 32 times mlpRatio 0.01 is less than 1'],
    [{ embedDim: 30, numHeads: 3, positionEmbedding: 'sinusoidal2d' }, 'position embedding: embedDim 30 is not divisible by four waves 4'], // prettier-ignore
    [
      { distilled: true, pool: 'mean' },
      'head: a distillation token needs the pool token, not mean',
    ],
    [
      { distilled: true, normalization: 'batch' },
      'head: normalization batch has one mean for the class token and the distillation token, which needs layer or rms',
    ],
  ];
  test.each(wrong)('%o', (change, problem) => {
    const config = { ...tinyVit, ...change };
    expect(configProblems(config)).toContain(problem);
    expect(() => initVit(config, createRandom(1))).toThrow(RangeError);
  });

  test('a good one has no problems', () => {
    expect(configProblems(tinyVit)).toEqual([]);
  });

  test('a patch that does not divide a preset’s image is refused', () => {
    expect(() => preset({ size: 'H', patchSize: 14, imageSize: 384 })).toThrow(
      'imageSize 384 is not divisible by patchSize 14',
    );
  });
});
