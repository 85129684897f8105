import { describe, expect, test } from 'vitest';
import {
  comparedWith,
  mostCompared,
  runCurves,
  runRow,
} from '../../../src/components/widgets/lab/runs-state.ts';
import { defaultSettings } from '../../../src/lib/training/settings.ts';
import { savedRun } from '../../saved-runs.ts';

const run = (id: string, step = 600) => savedRun(step, { id, name: `garments ${id}` }).summary;
const none = { current: null, compared: [] };

describe('a row', () => {
  test('says what a run is, with its numbers', () => {
    expect(runRow(run('a'), none)).toEqual({
      id: 'a',
      name: 'garments a',
      pinned: false,
      differs: 'the default',
      parameters: '6',
      steps: '600',
      loss: '1.414',
      accuracy: '0.500',
      dash: null,
      reason: null,
    });
  });

  test('says how far a run is that is not over, and what sets it apart', () => {
    const settings = { ...defaultSettings, totalSteps: 1200, learningRate: 1e-3 };
    const { differs, steps } = runRow({ ...run('a', 250), settings }, none);
    expect(differs).toBe('learning rate 1e-3, 1,200 steps');
    expect(steps).toBe('250 of 1,200');
  });

  test('has a dash where there is no number, and then no curve to compare', () => {
    const { loss, accuracy, reason } = runRow({ ...run('a', 0), evaluations: [] }, none);
    expect([loss, accuracy]).toEqual(['–', '–']);
    expect(reason).toBe('This run has not been evaluated yet.');
  });

  test('shows the dashes of its curve: solid for the open run', () => {
    const shown = { current: 'a', compared: ['c', 'a', 'b'] };
    const dash = (id: string) => runRow(run(id), shown).dash;
    expect(['a', 'b', 'c', 'd'].map(dash)).toEqual(['', '2 2', '5 3', null]);
  });
});

describe('a comparison', () => {
  const four = { current: 'a', compared: ['b', 'c', 'd', 'e'] };

  test('holds at most four others', () => {
    expect(mostCompared).toBe(4);
    expect(runRow(run('f'), four).reason).toBe('At most 4 runs can be compared.');
    expect(runRow(run('e'), four).reason).toBeNull();
    expect(comparedWith(four, 'f', true)).toEqual(['b', 'c', 'd', 'e']);
    expect(comparedWith(four, 'c', false)).toEqual(['b', 'd', 'e']);
  });

  test('forgets the open run and keeps the order of choice', () => {
    expect(comparedWith({ current: 'b', compared: ['b', 'c'] }, 'd', true)).toEqual(['c', 'd']);
    expect(comparedWith({ current: null, compared: ['c'] }, 'c', true)).toEqual(['c']);
  });

  test('is a curve for each of its runs that is still there', () => {
    const shown = { current: 'a', compared: ['c', 'gone', 'b', 'a'] };
    const empty = { ...run('b'), evaluations: [] };
    expect(runCurves([run('a'), empty, run('c', 512)], shown, 'loss')).toEqual([
      {
        name: 'garments c',
        points: [
          { step: 0, value: 2.25 },
          { step: 512, value: 1.5 },
        ],
      },
    ]);
  });
});
