import { describe, expect, test } from 'vitest';
import { defaultText, knobs } from '../../../src/components/widgets/lab/lab-knobs.ts';
import { defaultSettings } from '../../../src/lib/training/settings.ts';
import { settings } from './fake-engine.ts';

describe.each(knobs.map((knob) => [knob.label, knob] as const))('the knob %s', (_, knob) => {
  test('can stand at its default', () => {
    const value = knob.read(defaultSettings);
    if (knob.kind === 'choice') expect(knob.choices).toContain(value);
    else {
      expect(value).toBeGreaterThanOrEqual(knob.min);
      expect(value).toBeLessThanOrEqual(knob.max);
    }
    if (knob.kind === 'slider')
      expect(((Number(value) - knob.min) / knob.step) % 1).toBeCloseTo(0, 10);
  });

  test('changes its own setting and nothing else', () => {
    const value = knob.kind === 'choice' ? knob.choices[0]! : knob.max;
    const changed = knob.write(defaultSettings, value as never);
    expect(knob.read(changed)).toBe(value);
    for (const other of knobs.filter((one) => one !== knob))
      expect(other.read(changed)).toBe(other.read(defaultSettings));
    expect(knob.write(changed, knob.read(defaultSettings) as never)).toEqual(defaultSettings);
  });
});

test('what follows from a value is said, or why nothing does', () => {
  const details = (change: object) => {
    const changed = { ...settings, model: { ...settings.model, ...change } };
    return knobs.flatMap((knob) =>
      knob.kind === 'slider' && knob.detail ? [knob.detail(changed)] : [],
    );
  };
  expect(details({})).toEqual(['49 patches', 'K = 8', 'M = 64', '3.8 epochs']);
  expect(details({ patchSize: 3, numHeads: 6 }).slice(0, 2)).toEqual([
    '28 / 3 is not whole',
    '32 / 6 is not whole',
  ]);
});

test('a default is told with its unit', () => {
  const depth = knobs.find((knob) => knob.label === 'depth')!;
  expect(defaultText(depth)).toBe(`${defaultSettings.model.depth} blocks`);
});
