import { describe, expect, test } from 'vitest';
import { defaultSettings, type TrainingSettings } from '../../../src/lib/training/settings.ts';
import { settingsDifference } from '../../../src/lib/training/settings-difference.ts';

const changed = (
  { model, augmentation, ...rest }: { [Key in keyof TrainingSettings]?: object | unknown },
  base = defaultSettings,
) =>
  ({
    ...base,
    ...rest,
    model: { ...base.model, ...(model as object) },
    augmentation: { ...base.augmentation, ...(augmentation as object) },
  }) as TrainingSettings;

describe('the difference of settings', () => {
  test('is nothing for the default itself', () => {
    expect(settingsDifference(defaultSettings)).toEqual([]);
  });

  test('reads as one would say it', () => {
    const settings = changed({
      learningRate: 1e-3,
      totalSteps: 1200,
      optimiser: 'sgd',
      model: { positionEmbedding: 'none', dropRate: 0.1, depth: 1 },
      augmentation: { flip: true, shift: 2 },
      trainImages: 500,
    });
    expect(settingsDifference(settings)).toEqual([
      '500 pictures',
      'shifts of up to 2 px',
      'flips',
      '1 block',
      'dropout 0.1',
      'no positions',
      'SGD',
      'learning rate 1e-3',
      '1,200 steps',
    ]);
  });

  test('goes by the base, both ways', () => {
    const plain = changed({ model: { layerScale: 1e-4, finalNorm: false }, warmupSteps: 0 });
    expect(settingsDifference(plain)).toEqual(['no final norm', 'LayerScale from 1e-4', 'no warm-up']); // prettier-ignore
    expect(settingsDifference(defaultSettings, plain)).toEqual([
      'a final norm',
      'no LayerScale',
      `warm-up of ${defaultSettings.warmupSteps} steps`,
    ]);
  });

  const { model, augmentation, ...training } = defaultSettings;
  const keys = [
    ...Object.keys(training).map((key) => [key, { [key]: other(training, key) }] as const),
    ...Object.keys(model).map((key) => [key, { model: { [key]: other(model, key) } }] as const),
    ...Object.keys(augmentation).map(
      (key) => [key, { augmentation: { [key]: other(augmentation, key) } }] as const,
    ),
  ];
  test.each(keys)('has words for %s', (_key, change) => {
    const words = settingsDifference(changed(change));
    expect(words).toHaveLength(1);
    expect(words[0]).not.toMatch(/undefined|NaN|true|false/);
  });
});

/** Another value of the same kind. */
function other(record: object, key: string): unknown {
  const names: Record<string, string> = {
    data: 'drawings',
    initialisation: 'timm',
    optimiser: 'adam',
    positionEmbedding: 'none',
    pool: 'mean',
    normalization: 'rms',
    patchProjection: 'convolution',
    activation: 'relu',
  };
  const value = (record as Record<string, unknown>)[key];
  if (typeof value === 'boolean') return !value;
  return names[key] ?? Number(value) + 0.5;
}
