import { describe, expect, test } from 'vitest';
import { initialState, type LabState } from '../../../src/components/widgets/lab/lab-state.ts';
import {
  announceEvaluation,
  decimals,
  duration,
  fractionDone,
  milliseconds,
  progressSentence,
  settingsSentence,
} from '../../../src/components/widgets/lab/lab-words.ts';
import { readyEvent, settings } from './fake-engine.ts';

const ready: LabState = {
  ...initialState(settings),
  engine: { backend: 'webgl', where: 'worker', announcement: null },
  built: settings,
  model: readyEvent(),
};
const at = (step: number, imagesPerSecond = 320) => ({
  progress: { step, epoch: 3.84, imagesPerSecond, learningRate: 0 },
});
const model = (change: object) => ({
  settings: { ...settings, model: { ...settings.model, ...change } },
});

describe('where the run stands', () => {
  test('before anything', () => {
    expect(progressSentence(initialState(settings))).toBe(
      '1,200 steps of 32 pictures, on this device.',
    );
  });

  test('while the engine starts, with a remembered press', () => {
    const state: LabState = { ...initialState(settings), starting: true, wish: 'train' };
    expect(progressSentence(state)).toBe(
      'Starting the engine. Train is remembered: it begins by itself.',
    );
  });

  test('while pictures arrive', () => {
    const loading = { text: 'Loading training pictures', loaded: 1, total: 4 };
    const state: LabState = {
      ...initialState(settings),
      building: { type: 'reset', settings },
      loading,
    };
    expect(progressSentence(state)).toBe('Loading training pictures, 25 %.');
    expect(fractionDone(state)).toBe(0.25);
  });

  test('ready', () => {
    expect(progressSentence(ready)).toBe('Ready: 28,202 parameters, 1,200 steps of 32 pictures.');
  });

  test('at the first step, and while the first steps say nothing about the speed', () => {
    expect(progressSentence({ ...ready, running: true })).toBe(
      'Step 0 of 1,200, preparing programs for the GPU',
    );
    expect(progressSentence({ ...ready, running: true, ...at(9) })).toBe('Step 9 of 1,200');
  });

  test('under way: 1,080 steps of 32 at 320 a second are 108 seconds', () => {
    const state = { ...ready, running: true, ...at(120) };
    expect(progressSentence(state)).toBe('Step 120 of 1,200, about 2 minutes left');
    expect(fractionDone(state)).toBe(0.1);
    expect(progressSentence({ ...state, ...at(1200) })).toBe(
      'Step 1,200 of 1,200, looking at the validation pictures',
    );
  });

  test('paused, finished, failed', () => {
    expect(progressSentence({ ...ready, ...at(120) })).toBe('Paused at step 120 of 1,200.');
    expect(progressSentence({ ...ready, finished: true, ...at(1200) })).toBe(
      'Finished: 1,200 of 1,200 steps of 32 pictures, 3.8 epochs. Reset begins a new run.',
    );
    expect(progressSentence({ ...ready, failure: 'No.' })).toBe('No.');
  });
});

describe('what the knobs mean', () => {
  test('nothing while they are as built', () => {
    expect(settingsSentence(ready)).toBeNull();
  });

  test('a new run when they changed', () => {
    expect(settingsSentence({ ...ready, ...model({ depth: 2 }) })).toBe(
      'Changed settings begin a new run at the next Train, Step or Reset.',
    );
  });

  test('every problem with both numbers when they do not fit', () => {
    expect(settingsSentence({ ...ready, ...model({ patchSize: 5, numHeads: 3 }) })).toBe(
      'These settings do not fit. patch embedding: imageSize 28 is not divisible by patchSize 5; ' +
        'attention: embedDim 32 is not divisible by numHeads 3.',
    );
  });
});

test('evaluations are spoken at most ten times a run', () => {
  let state: LabState = ready;
  const spoken = new Set<string>();
  for (let step = 25; step <= 1200; step += 25) {
    const evaluation = { step, loss: 1, accuracy: step / 1200 };
    const announcement = announceEvaluation(state, evaluation);
    spoken.add(announcement);
    state = { ...state, announcement, evaluations: [...state.evaluations, evaluation] };
  }
  expect(spoken.size).toBeLessThanOrEqual(11);
  expect(spoken).toContain('Step 1,200: validation accuracy 1.00.');
});

test('durations are rounded as one says them', () => {
  expect([3, 42, 89, 90, 150, 5000, 7000, 20_000].map(duration)).toEqual([
    ...['5 seconds', '40 seconds', '90 seconds', '2 minutes', '3 minutes'],
    ...['83 minutes', '2 hours', '6 hours'],
  ]);
});

test('milliseconds are rounded to what matters', () => {
  expect([0.42, 9.94, 31.4, 999, 2800].map(milliseconds)).toEqual([
    ...['0.4 ms', '9.9 ms', '31 ms', '999 ms', '2.8 s'],
  ]);
});

test('a number that is not there yet is a dash', () => {
  expect([decimals(undefined), decimals(NaN), decimals(0.12345)]).toEqual(['–', '–', '0.123']);
});
