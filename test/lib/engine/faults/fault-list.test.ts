import { expect, test } from 'vitest';
import { faultNames, faultsFor, faultsOf } from '../../../../src/lib/engine/faults/fault-list.ts';

test('an address lists its faults, in one word or several', () => {
  const expected = [
    { name: 'storage-full', step: null },
    { name: 'context-lost', step: 12 },
  ];
  expect(faultsOf('?seed=3&fault=storage-full,context-lost:12')).toEqual(expected);
  expect(faultsOf('?fault=storage-full&fault=context-lost:12')).toEqual(expected);
  expect(faultsOf('?seed=3')).toEqual([]);
});

test.each(['context-lost', 'context-lost:soon', 'no-webgl:3', 'no-such', ''])(
  'the fault “%s” is refused with the names that there are',
  (text) => {
    expect(() => faultsOf(`?fault=${text}`)).toThrow(new RegExp(`“${text}”.*${faultNames[0]}`));
  },
);

test('what has a step strikes one engine each, what has none strikes all', () => {
  const faults = faultsOf('?fault=nan:3,no-webgl,context-lost:5');
  const names = [0, 1, 2].map((index) => faultsFor(faults, index).map(({ name }) => name));
  expect(names).toEqual([['no-webgl', 'nan'], ['no-webgl', 'context-lost'], ['no-webgl']]);
});
