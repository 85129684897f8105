import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  settingKeys,
  settingsFromQuery,
  settingsToQuery,
} from '../../../src/lib/io/settings-url.ts';
import { tinyVit } from '../../../src/lib/model/config.ts';
import { settingsFor } from '../../../src/lib/training/flat-settings.ts';
import { settingProblem } from '../../../src/lib/training/settings-bounds.ts';
import { defaultSettings, type TrainingSettings } from '../../../src/lib/training/settings.ts';
import { damagedQuery, fuzzed, patience } from '../../fuzz.ts';
import { runs } from '../cases.ts';
import { anySettings } from '../settings-cases.ts';

const shapes = settingsFor('shapes-relation');
const examples: [query: string, settings: TrainingSettings][] = [
  ['', defaultSettings],
  ['?embedDim=48', { ...defaultSettings, model: { ...tinyVit, embedDim: 48 } }],
  ['?shift=2&flip=true&seed=3', { ...defaultSettings, augmentation: { ...defaultSettings.augmentation, shift: 2, flip: true }, seed: 3 }], // prettier-ignore
  ['?data=shapes-relation&positionEmbedding=none&layerScale=0.1', { ...shapes, model: { ...shapes.model, positionEmbedding: 'none', layerScale: 0.1 } }], // prettier-ignore
  ['?scaledAttention=false&learningRate=1e-7', { ...defaultSettings, model: { ...tinyVit, scaledAttention: false }, learningRate: 1e-7 }], // prettier-ignore
];

/** What the defaults of a link to garments become when one value is refused. */
const refused: [query: string, problem: string][] = [
  ['depth=1e9', 'depth “1e9” is not a whole number from 0 to 12; it stays 3.'],
  ['depth=2.5', 'depth “2.5” is not a whole number from 0 to 12; it stays 3.'],
  ['patchSize=1', 'patchSize “1” is not a whole number from 2 to 32; it stays 4.'],
  ['seed=-1', 'seed “-1” is not a whole number from 0 to 999999; it stays 1.'],
  ['dropRate=NaN', 'dropRate “NaN” is not a number from 0 to 0.99; it stays 0.'],
  [
    'learningRate=Infinity',
    'learningRate “Infinity” is not a number from 0 to 10; it stays 0.005.',
  ],
  ['learningRate=0x1', 'learningRate “0x1” is not a number from 0 to 10; it stays 0.005.'],
  ['embedDim=', 'embedDim “” is not a whole number from 4 to 256; it stays 32.'],
  ['depth=none', 'depth “none” is not a whole number from 0 to 12; it stays 3.'],
  [
    'layerScale=null',
    'layerScale “null” is not a number from 1e-12 to 10, or none; it stays none.',
  ],
  ['flip=yes', 'flip “yes” is not true or false; it stays false.'],
  ['optimiser=constructor', 'optimiser “constructor” is not one of adamw, adam, sgd; it stays adamw.'], // prettier-ignore
  ['data=__proto__', 'data “__proto__” is not one of garments, shapes-relation, shapes-position, shapes-texture, drawings; it stays garments.'], // prettier-ignore
  [`seed=${'9'.repeat(5000)}`, `seed “${'9'.repeat(40)}…” is not a whole number from 0 to 999999; it stays 1.`], // prettier-ignore
];

describe('a link of settings', () => {
  test.each(examples)('%s is written for them and read as them', (query, settings) => {
    expect(settingsToQuery(settings)).toBe(query);
    expect(settingsFromQuery(query)).toEqual({ settings, problems: [] });
  });

  test('gives back any settings that are allowed', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(settingsFromQuery(settingsToQuery(settings))).toEqual({ settings, problems: [] });
      }),
      { ...runs, numRuns: 10 * runs.numRuns },
    );
  });

  test('says nothing of what follows from the data', () => {
    const data = ['imageSize', 'inChannels', 'numClasses'];
    expect(settingKeys.filter((key) => data.includes(key))).toEqual([]);
    expect(settingsFromQuery('?imageSize=64&numClasses=3').settings).toEqual(defaultSettings);
  });

  test('leaves the keys of others alone', () => {
    const query = '?view=heads&__proto__=1&constructor=2&toString=3&depth=2';
    const expected = { ...defaultSettings, model: { ...tinyVit, depth: 2 } };
    expect(settingsFromQuery(query)).toEqual({ settings: expected, problems: [] });
  });

  test('given a key twice, takes the first', () => {
    expect(settingsFromQuery('?depth=2&depth=4').settings.model.depth).toBe(2);
  });
});

describe('a value that is not allowed is refused in words:', () => {
  test.each(refused)('%s', (query, problem) => {
    expect(settingsFromQuery(query)).toEqual({ settings: defaultSettings, problems: [problem] });
  });

  test('one by one, and the others count', () => {
    const { settings, problems } = settingsFromQuery('?depth=99&embedDim=64&batchSize=x');
    expect(settings).toEqual({ ...defaultSettings, model: { ...tinyVit, embedDim: 64 } });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['depth', 'batchSize']);
  });

  test('a model whose values do not go together leaves the default one, with the data’s sizes', () => {
    const { settings, problems } = settingsFromQuery('?data=shapes-texture&embedDim=50&numHeads=4&seed=5'); // prettier-ignore
    expect(settings).toEqual({ ...settingsFor('shapes-texture'), seed: 5 });
    expect(problems).toEqual([
      'attention: embedDim 50 is not divisible by numHeads 4.',
      'The model of the link cannot be built, so the default one stands.',
    ]);
  });

  test(
    'whatever the text, what is read is allowed and nothing is thrown',
    () => {
      fc.assert(
        fc.property(damagedQuery(...settingKeys), (text) => {
          const { settings, problems } = settingsFromQuery(text);
          for (const problem of problems) expect(problem).toMatch(/^\S[^]* [^]*\.$/);
          expect(settingsFromQuery(settingsToQuery(settings))).toEqual({ settings, problems: [] });
          for (const key of settingKeys) {
            const flat = { ...settings, ...settings.augmentation, ...settings.model };
            expect([key, settingProblem(key, flat[key])]).toEqual([key, null]);
          }
        }),
        fuzzed,
      );
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
    patience,
  );
});

test('a field that was emptied leaves no NaN in the link', () => {
  expect(settingsToQuery({ ...defaultSettings, seed: NaN, batchSize: 16 })).toBe('?batchSize=16');
});
