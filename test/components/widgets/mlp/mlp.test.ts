/** Chapter 7's words and plain arithmetic, on numbers whose answer is known by hand. */
import { describe, expect, test } from 'vitest';
import { seen as seenCurve } from '../../../../src/components/widgets/activations/words.ts';
import { twoWays } from '../../../../src/components/widgets/dropout/two-ways.ts';
import { seen as seenDropout } from '../../../../src/components/widgets/dropout/words.ts';
import {
  argMax,
  brightestFirst,
  unitsOf,
} from '../../../../src/components/widgets/mlp-neurons/units.ts';
import { seen as seenUnit } from '../../../../src/components/widgets/mlp-neurons/words.ts';
import { reachOf } from '../../../../src/components/widgets/token-locality/reach.ts';
import {
  changeOf,
  defaults,
  shownChange,
} from '../../../../src/components/widgets/token-locality/settings.ts';
import { seen as seenChange } from '../../../../src/components/widgets/token-locality/words.ts';
import type { ForwardResult } from '../../../../src/lib/engine/computations/forward.ts';
import { runningMean } from '../../../../src/lib/figures/running-mean.ts';
import { tinyVit } from '../../../../src/lib/model/config.ts';

test('a sentence says what share of a number GELU passes', () => {
  expect(seenCurve(0)).toContain('50 % of a normal distribution lie below');
  expect(seenCurve(1)).toContain('GELU passes 84 % of x: 0.841');
  expect(seenCurve(-2)).toContain('2 % of x: −0.046. There it falls as x grows, with slope −0.085');
  expect(seenCurve(-5)).toContain('passes 0.000029 % of x');
});

describe('hidden units', () => {
  // One class token and four patches, two units.
  const values = Float32Array.from([9, 8, 1, -0.1, 3, -0.2, 2, -0.1, 1.4, -0.15]);
  const trace = {
    'blocks.0.mlp.activated': { shape: [5, 2], values },
    'blocks.0.mlp.hidden': { shape: [5, 2], values: values.map((value) => 2 * value) },
  };
  const config = { ...tinyVit, imageSize: 8 };
  const units = unitsOf({ trace, config } as unknown as ForwardResult, 0);

  test('are looked at on the patches, the class token apart', () => {
    expect([...units.map(0)]).toEqual([1, 3, 2, Math.fround(1.4)]);
    expect([...units.most]).toEqual([3, Math.fround(-0.1)]);
    expect(units.classToken(1)).toBe(8);
    expect(units.hidden(0)[1]).toBe(6);
    expect(argMax([1, 3, 3])).toBe(1);
  });

  test('are told in a sentence, those that stay dark too', () => {
    const at = { block: 0, grid: 2, first: null };
    expect(seenUnit({ ...at, unit: 0, map: units.map(0) })).toBe(
      'Unit 1 of block 1 lights up most, 3.00, on patch 2, row 1, column 2; 2 of 4 patches reach more than half of that.',
    );
    expect(seenUnit({ ...at, unit: 1, map: units.map(1) })).toContain('on no patch');
    const first = { picture: 4, patch: 2, value: 3.5, name: 'sandal' };
    expect(seenUnit({ ...at, unit: 0, map: units.map(0), first })).toContain(
      '“sandal” lights it up most: 3.50, on patch 3, row 2, column 1.',
    );
  });

  test('rank the pictures by their brightest patch', () => {
    const found = {
      shape: [1, 2, 3] as [number, number, number],
      brightest: Float32Array.from([0, 0, 0, 1, 3, 2]),
      patches: Uint16Array.from([0, 0, 0, 7, 8, 9]),
    };
    expect(brightestFirst(found, 0, 1)).toEqual([
      { picture: 1, patch: 8, value: 3 },
      { picture: 2, patch: 9, value: 2 },
      { picture: 0, patch: 7, value: 1 },
    ]);
  });
});

describe('one token, or all', () => {
  test('counts how far a change reaches', () => {
    expect(reachOf([0, 2, 0, 0], 1)).toEqual({ changed: 1, own: 2, elsewhere: 0 });
    expect(reachOf([0.5, 2, 0.25, 0], 0)).toEqual({ changed: 3, own: 0.5, elsewhere: 2 });
  });

  test('asks for the token behind the patch, and shows what was asked', () => {
    const asked = changeOf({ ...defaults, patch: 6 }, tinyVit);
    expect(asked).toEqual({ change: 'one', token: 7 });
    const answered = { ...asked, weights: null!, image: null!, block: 0, seed: 1 };
    expect(shownChange(answered, tinyVit)).toEqual({ change: 'one patch', token: 7, patch: 6 });
    expect(changeOf({ ...defaults, change: 'the class token' }, tinyVit).token).toBe(0);
    expect(changeOf({ ...defaults, patch: 99 }, tinyVit).token).toBe(49);
  });

  test('says whose output changes', () => {
    const result = {
      mlp: Float32Array.from([0, 1.5, 0]),
      attention: Float32Array.from([0.125, 0.5, 0.25]),
      mlpInPlace: Float32Array.from([0, 1.5, 0]),
    };
    const one = { result, change: 'one patch' as const, token: 1, name: 'patch 1' };
    expect(seenChange(one)).toBe(
      'The token of patch 1 is changed. Of the MLP’s 3 outputs 1 changes, its own, by up to 1.5; the others differ by 0. ' +
        'Of attention’s 3 outputs 3 change, the others by up to 0.25.',
    );
    expect(seenChange({ ...one, change: 'all, shifted by one' })).toContain(
      'they change by up to 1.5, followed to their new places by 1.5',
    );
  });
});

describe('dropout', () => {
  test('the running mean and its standard error, by hand', () => {
    const { means, error } = runningMean([1, 3, 5]);
    expect([...means]).toEqual([1, 2, 3]);
    expect(error).toBeCloseTo(2 / Math.sqrt(3), 12);
    expect(runningMean([4]).error).toBeNaN();
  });

  test('both forms come from the same masks', () => {
    // Two units, four draws at a rate of a half: unit 1 is kept in draws 1, 2 and 4.
    const mask = Float32Array.from([0, 2, 0, 2, 2, 0, 0, 2]);
    const output = mask.map((one, i) => one * (i % 2 ? 3 : 5));
    const ways = twoWays({ mask, output }, 3, { rate: 0.5, draws: 4, unit: 1, units: 2 });
    expect(ways.times).toBe(3);
    expect([...ways.inverted.means]).toEqual([6, 6, 4, 4.5]);
    expect([...ways.original.means]).toEqual([3, 3, 2, 2.25]);
    expect([ways.inverted.inference, ways.original.inference]).toEqual([3, 1.5]);
    expect([ways.inverted.kept, ways.original.kept]).toEqual([6, 3]);
    expect(seenDropout(ways, { unit: 1, draws: 4, rate: 0.5 })).toContain(
      'Unit 2 is 3.000; 4 draws kept it 3 times.',
    );
  });
});
