import { describe, expect, test } from 'vitest';
import overnight from '../../../content/overnight.json';
import { paceSentence } from '../../../src/components/widgets/lab/Start.tsx';
import {
  isOther,
  minute,
  presets,
  stepsWithin,
  variants,
  withVariant,
} from '../../../src/components/widgets/lab/presets.ts';
import { settingsProblems } from '../../../src/components/widgets/lab/lab-state.ts';
import { settingsToQuery } from '../../../src/lib/io/settings-url.ts';
import { defaultSettings } from '../../../src/lib/training/settings.ts';

const pace = (imagesPerSecond: number) => ({ imagesPerSecond, settings: defaultSettings });

test('the recorded run is of the preset that stands, goes to its end, and reaches 89 % of the test pictures', () => {
  const preset = presets(null).find(({ name }) => name === 'overnight')!;
  expect(overnight.settings).toEqual(preset.settings);
  expect(overnight.evaluations.at(-1)!.step).toBe(preset.settings.totalSteps);
  expect(overnight.testAccuracy).toBeGreaterThanOrEqual(0.89);
});

describe('a minute', () => {
  test('is the default model on a device that takes enough steps', () => {
    const { settings } = minute(pace(640));
    expect(settings.model).toEqual(defaultSettings.model);
    expect(settings.totalSteps).toBe(1200); // 60 s × 640 / 32
  });

  test('is a smaller model on a slow one, for more steps than the default would get', () => {
    const { settings, words } = minute(pace(64)); // 120 steps of the default
    expect(settings.model.embedDim).toBeLessThan(defaultSettings.model.embedDim);
    expect(settings.totalSteps).toBeGreaterThan(300);
    expect(words).toContain('in a minute here');
  });

  test('says what was measured and what follows', () => {
    expect(paceSentence(pace(640))).toMatch(/640 pictures a second.*1,200 steps of 32/);
    expect(paceSentence(null)).toContain('is measured');
  });

  test('stays within what the lab allows', () => {
    expect(stepsWithin(60, 1, 128)).toBe(200);
    expect(stepsWithin(60, 1e9, 8)).toBe(6000);
  });
});

describe('every preset', () => {
  test.each(presets(null).map((one) => [one.name, one.settings] as const))(
    '%s can be trained',
    (_, settings) => {
      expect(settingsProblems(settings)).toEqual([]);
    },
  );

  test('has a link of its own, but for the default', () => {
    const queries = presets(null).map(({ settings }) => settingsToQuery(settings));
    expect(new Set(queries).size).toBe(queries.length);
  });
});

describe('every variant', () => {
  test.each(variants.map((one) => [one.name, one] as const))(
    '%s changes one thing',
    (_, variant) => {
      const changed = withVariant(defaultSettings, variant);
      expect(settingsProblems(changed)).toEqual([]);
      expect(isOther(changed, variant)).toBe(false);
      const differing = Object.keys(changed.model).filter(
        (key) => changed.model[key as never] !== defaultSettings.model[key as never],
      );
      expect(differing.length).toBeLessThanOrEqual(1);
    },
  );
});
