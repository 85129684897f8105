/** What the lab makes of numbers that are none, of a slower way to train, and of a device without a GPU. */
import { describe, expect, test } from 'vitest';
import { cpuSettings } from '../../../src/components/widgets/lab/cpu-settings.ts';
import { likelyReason } from '../../../src/components/widgets/lab/divergence-words.ts';
import { createLabStore } from '../../../src/components/widgets/lab/lab-store.ts';
import {
  initialState,
  phaseOf,
  settingsProblems,
} from '../../../src/components/widgets/lab/lab-state.ts';
import { update, type LabAction } from '../../../src/components/widgets/lab/lab-update.ts';
import { defaultSettings } from '../../../src/lib/training/settings.ts';
import { fakeEngine, progressEvent, promptAnswer, readyEvent } from './fake-engine.ts';
import { after, hear, press, training } from './update-cases.ts';

describe('a run whose numbers are no numbers any more', () => {
  const diverged = hear({ type: 'diverged', step: 8, what: 'loss', value: 'NaN' });
  const kept = [
    hear(progressEvent(7, [3, 2, 1])),
    hear({ type: 'saved', step: 5, at: 0, lasting: true }),
  ];

  test('stops, goes back to the weights that were kept, and says why and what to do', () => {
    const { state, commands } = after(...training, ...kept, diverged);
    expect(commands.at(-1)).toEqual({ type: 'open', id: 'run-1' });
    const back = update(state, hear(readyEvent({ step: 5, losses: new Float32Array(5) })));
    expect(back.commands.map(({ type }) => type)).not.toContain('train');
    expect(phaseOf(back.state)).toBe('ready');
    expect(back.state.progress.step).toBe(5);
    expect(back.state.note).toMatch(
      /^At step 8 the loss was no number any more: training stopped\. The likely reason .*\. The model is back at step 5/,
    );
    expect(back.state.announcement).toContain(back.state.note);
  });

  test('begins anew, paused, where nothing was kept', () => {
    const infinite = hear({ type: 'diverged', step: 1, what: 'gradient', value: 'Infinity' });
    const { state, commands } = after(...training, infinite);
    expect(commands.at(-1)!.type).toBe('reset');
    const fresh = update(state, hear(readyEvent())).state;
    expect(fresh.running).toBe(false);
    expect(fresh.note).toMatch(/At step 1 the gradient’s length was infinite.*a fresh one\.$/);
  });

  const reasons = [
    ['the learning rate', { learningRate: 0.03, warmupSteps: 0 }, /rate of 0\.03.*0\.005/],
    ['gradients of plain descent', { optimiser: 'sgd' as const, clipNorm: 100 }, /100.*to 1,/],
    ['the warm-up', { warmupSteps: 0 }, /warm-up of 0 steps.*25/],
    ['unclipped gradients', { clipNorm: 5 }, /length of 5 pass.*1, the default/],
    ['a long step, whatever else', {}, /0\.0005, a tenth/],
  ] as const;
  test.each(reasons)(
    'has a likely reason, and a remedy with both numbers: %s',
    (_, change, words) => {
      expect(likelyReason({ ...defaultSettings, ...change })).toMatch(words);
    },
  );
});

test('a slower way to train is told once it is taken, beside what was said before', () => {
  const note = (text: string) => hear({ type: 'note', text });
  const { state } = after(...training, note('One.'), note('Two.'));
  expect(state.note).toBe('One. Two.');
  expect(state.announcement).toBe('Two.');
  expect(state.running).toBe(true);
});

describe('on the CPU', () => {
  const onCpu: LabAction = {
    type: 'engineStarted',
    info: { backend: 'cpu', where: 'worker', announcement: 'No WebGL 2.' },
  };
  const from = (state = initialState(), ...actions: LabAction[]) =>
    [...actions, onCpu].reduce((before, action) => update(before, action).state, state);

  test('a lab that nobody has touched begins with a smaller model and fewer steps, in words', () => {
    expect(settingsProblems(cpuSettings)).toEqual([]);
    const { state, commands } = update(initialState(), onCpu);
    expect(commands).toEqual([{ type: 'reset', settings: cpuSettings }]);
    expect(state.settings).toEqual(cpuSettings);
    const ready = update(state, hear(readyEvent({ settings: cpuSettings }))).state;
    expect(ready.note).toMatch(/28,202.*200 steps instead of 600/);
  });

  test('what the reader chose stays: by knob, by link, or a run of this tab', () => {
    const settings = { ...defaultSettings, seed: 5 };
    expect(from(initialState(), { type: 'set', settings }).settings).toEqual(settings);
    expect(from(initialState(), { type: 'linked', settings, problems: [] }).settings).toEqual(settings); // prettier-ignore
    expect(from(initialState(), { type: 'open', id: 'a' }).settings).toEqual(defaultSettings);
  });

  test('a run that a GPU began goes on as it was', () => {
    const gone = [press('train'), hear(readyEvent()), hear({ type: 'failed', reason: '', lost: true })]; // prettier-ignore
    expect(from(initialState(), ...gone).settings).toEqual(defaultSettings);
  });
});

test('an engine that is lost four times without a step in between waits for the reader', async () => {
  let engines = 0;
  const engine = () =>
    fakeEngine((command, emit) => {
      promptAnswer(command, emit);
      if (command.type === 'train') emit({ type: 'failed', reason: 'lost again', lost: true });
    });
  const store = createLabStore(async () => (engines++, engine()));
  await store.start();
  store.dispatch({ type: 'press', button: 'train' });
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  expect(engines).toBe(4);
  expect(phaseOf(store.state.value)).toBe('failed');
  await store.start();
  expect(engines).toBeGreaterThan(4);
});
