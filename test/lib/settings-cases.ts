/** Generated settings of every allowed kind. */
import fc from 'fast-check';
import { configProblems } from '../../src/lib/model/config.ts';
import { dataNames } from '../../src/lib/training/data-sets.ts';
import { dataInputs, flatSettings, nestedSettings, settingsFor } from '../../src/lib/training/flat-settings.ts'; // prettier-ignore
import { boundOf, settingNames, type FlatSettings, type SettingName } from '../../src/lib/training/settings-bounds.ts'; // prettier-ignore
import type { TrainingSettings } from '../../src/lib/training/settings.ts';

function valueWithin(name: SettingName): fc.Arbitrary<unknown> {
  const bound = boundOf(name);
  if (bound.kind === 'switch') return fc.boolean();
  if (bound.kind === 'choice') return fc.constantFrom(...bound.choices);
  const { min, max, orNone } = bound;
  const value =
    bound.kind === 'whole'
      ? fc.integer({ min, max })
      : fc.double({ min, max, noNaN: true }).map((x) => x + 0); // −0 is written as 0
  return orNone ? fc.option(value, { nil: null }) : value;
}

const free = settingNames.filter((name) => !Object.hasOwn(dataInputs.garments, name));
const changes = fc.record(Object.fromEntries(free.map((name) => [name, valueWithin(name)])), { requiredKeys: [] }); // prettier-ignore

/** Settings of which any number may differ from the defaults, and whose model can be built. */
export const anySettings: fc.Arbitrary<TrainingSettings> = fc
  .tuple(fc.constantFrom(...dataNames), changes)
  .map(([data, change]) => {
    const flat = { ...flatSettings(settingsFor(data)), ...change, data } as FlatSettings;
    const heads = Math.min(flat.numHeads, Math.floor(flat.embedDim / 4));
    const fitting = {
      numHeads: heads,
      embedDim: 4 * heads * Math.floor(flat.embedDim / 4 / heads),
    };
    const patchSize = flat.imageSize % flat.patchSize === 0 ? flat.patchSize : 4;
    const pool = flat.distilled ? ('token' as const) : flat.pool;
    return nestedSettings({ ...flat, ...fitting, patchSize, pool });
  })
  .filter(({ model }) => configProblems(model).length === 0);
