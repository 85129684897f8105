import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dataInputs, flatSettings, nestedSettings, settingsFor } from '../../../src/lib/training/flat-settings.ts'; // prettier-ignore
import { settingNames, settingProblem } from '../../../src/lib/training/settings-bounds.ts';
import { defaultSettings } from '../../../src/lib/training/settings.ts';
import { shapes, shapesTasks } from '../../../src/lib/training/shapes.ts';

describe('the settings in a row', () => {
  test('are all bounded, each once, and the defaults lie within', () => {
    const { model, augmentation, ...rest } = defaultSettings;
    const keys = [rest, augmentation, model].flatMap(Object.keys);
    expect([...settingNames].sort()).toEqual(keys.sort());
    const flat = flatSettings(defaultSettings);
    for (const name of settingNames)
      expect([name, settingProblem(name, flat[name])]).toEqual([name, null]);
  });

  test('come back as they went', () => {
    const settings = settingsFor('shapes-position');
    expect(nestedSettings(flatSettings(settings))).toEqual(settings);
  });
});

describe('what a data set’s models take', () => {
  test('is what the garments’ manifest says', () => {
    const manifest = JSON.parse(readFileSync('public/data/fashion-mnist/manifest.json', 'utf8'));
    const { imageSize, inChannels, classNames } = manifest;
    expect(dataInputs.garments).toEqual({ imageSize, inChannels, numClasses: classNames.length });
    expect(settingsFor('garments')).toEqual(defaultSettings);
  });

  test.each(['relation', 'position', 'texture'] as const)('is what Shapes says of %s', (task) => {
    const { imageSize, inChannels } = shapes;
    const numClasses = shapesTasks[task].classNames.length;
    expect(dataInputs[`shapes-${task}`]).toEqual({ imageSize, inChannels, numClasses });
  });
});

describe('a bound', () => {
  test.each([
    ['depth', 12, null],
    ['depth', 13, 'is not a whole number from 0 to 12'],
    ['depth', '3', 'is not a whole number from 0 to 12'],
    ['dropRate', NaN, 'is not a number from 0 to 0.99'],
    ['layerScale', null, null],
    ['dropRate', null, 'is not a number from 0 to 0.99'],
    ['pool', 'toString', 'is not one of token, mean, meanAll'],
    ['flip', 1, 'is not true or false'],
  ] as const)('says of %s %s: %s', (name, value, said) => {
    expect(settingProblem(name, value)).toBe(said);
  });
});
