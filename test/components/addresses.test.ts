/** Addresses from elsewhere, as the lab and the reader's choice read them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, choiceInAddress, defaultChoice, parseChoice } from '../../src/components/reader/reader-choice.ts'; // prettier-ignore
import { linkedSettings, queryWith } from '../../src/components/widgets/lab/lab-address.ts';
import { defaultSettings } from '../../src/lib/training/settings.ts';
import { damagedJson, damagedQuery, fuzzed, oddText, patience } from '../fuzz.ts';

const keys = ['image', 'weights', 'seed', 'hide', 'depth', 'data', 'embedDim'];

test(
  'whatever an address says, a choice is read from it that can be written again',
  () => {
    fc.assert(
      fc.property(damagedQuery(...keys), (query) => {
        const choice = { ...defaultChoice, ...choiceInAddress(query) };
        const written = new URL(addressOf(choice, 'https://example.org/')).search;
        expect({ ...defaultChoice, ...choiceInAddress(written) }).toEqual(choice);
        const linked = linkedSettings(query);
        if (linked) expect(linkedSettings(queryWith(query, linked.settings))?.problems ?? []).toEqual([]); // prettier-ignore
        expect(linkedSettings(queryWith(query, defaultSettings))).toBeNull();
      }),
      fuzzed,
    );
  },
  patience,
);

test(
  'whatever is stored, a choice is read from it',
  () => {
    const stored = {
      ...defaultChoice,
      own: { name: 'a.png', kind: 'upload' },
      settings: { side: 7 },
    };
    const text = fc.oneof(
      oddText,
      damagedJson(stored).map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(text, (given) => {
        const choice = parseChoice(given);
        expect(Object.keys(choice)).toEqual(Object.keys(defaultChoice));
        expect(parseChoice(JSON.stringify(choice))).toEqual(choice);
      }),
      fuzzed,
    );
  },
  patience,
);
