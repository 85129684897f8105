import { describe, expect, test } from 'vitest';
import type { LabEvent } from '../../../src/lib/engine/lab-protocol.ts';
import {
  buttonReasons,
  phaseOf,
  recentMean,
} from '../../../src/components/widgets/lab/lab-state.ts';
import { update } from '../../../src/components/widgets/lab/lab-update.ts';
import { curvePoints } from '../../../src/lib/figures/thin-curve.ts';
import { evaluationEvent, progressEvent, readyEvent, snapshotEvent } from './fake-engine.ts';
import {
  after,
  built,
  hear,
  heads,
  kinds,
  press,
  ready,
  set,
  started,
  training,
} from './update-cases.ts';

describe('one press of Train', () => {
  test('is remembered until the engine and the model are ready', () => {
    const early = after({ type: 'engineStarting' }, press('train'));
    expect(early.commands).toEqual([]);
    const { state, commands } = after({ type: 'engineStarting' }, press('train'), ...built);
    expect(kinds(commands)).toEqual(['reset', 'train']);
    expect(phaseOf(state)).toBe('busy');
  });

  test('trains at once when a model is ready', () => {
    expect(after(...training).commands.at(-1)).toEqual({ type: 'train' });
  });

  test('can be taken back with Pause before it is granted', () => {
    const { commands } = after(
      { type: 'engineStarting' },
      press('train'),
      press('pause'),
      ...built,
    );
    expect(kinds(commands)).toEqual(['reset']);
  });

  test('is one press: a second one while training does nothing', () => {
    expect(kinds(after(...training, press('train')).commands)).toEqual(['reset', 'train']);
  });

  test('builds with the last input when a knob moved while the model was being built', () => {
    const { commands } = after(started, press('train'), set({ seed: 7 }), hear(readyEvent()));
    expect(kinds(commands)).toEqual(['reset', 'reset']);
    expect(commands[1]).toMatchObject({ settings: { seed: 7 } });
    const all = [started, press('train'), set({ seed: 7 }), hear(readyEvent()), ready({ seed: 7 })];
    expect(after(...all).commands.at(-1)).toEqual({ type: 'train' });
  });
});

describe('a changed knob', () => {
  test('sends nothing by itself', () => {
    expect(kinds(after(...training, set({ seed: 2 })).commands)).toEqual(['reset', 'train']);
  });

  test('begins a new run at the next Train, even while one is under way', () => {
    const { state, commands } = after(...training, set({ seed: 2 }), press('train'));
    expect(commands.at(-1)).toMatchObject({ type: 'reset', settings: { seed: 2 } });
    expect(update(state, ready({ seed: 2 })).commands).toEqual([{ type: 'train' }]);
  });

  test('that is put back changes nothing', () => {
    const actions = [...built, set({ seed: 2 }), set({ seed: 1 }), press('train')];
    expect(after(...actions).commands.at(-1)).toEqual({ type: 'train' });
  });
});

describe('settings that do not fit', () => {
  test('disable Train, Step and Reset with a sentence that has both numbers', () => {
    const { state } = after(...built, heads(5));
    const { train, step, reset } = buttonReasons(state);
    expect(train).toBe('attention: embedDim 32 is not divisible by numHeads 5');
    expect([step, reset]).toEqual([train, train]);
    expect(update(state, press('train')).commands).toEqual([]);
  });

  test('leave the run under way alone: it can be paused, and nothing is lost', () => {
    const { state } = after(...training, hear(progressEvent(3, [3, 2, 1])), heads(5));
    expect(buttonReasons(state).pause).toBeNull();
    expect(update(state, press('pause')).commands).toEqual([{ type: 'pause' }]);
    expect(state.progress.step).toBe(3);
  });

  test('cover a seed that is no whole number and a batch larger than the data', () => {
    expect(buttonReasons(after(...built, set({ seed: NaN })).state).train).toContain('seed');
    const few = after(...built, set({ batchSize: 64, trainImages: 50 })).state;
    expect(buttonReasons(few).train).toMatch(/64 .* 50/);
  });

  test('drop the remembered wish when they come while a model is being built', () => {
    const { state, commands } = after(started, press('train'), heads(5), hear(readyEvent()));
    expect(kinds(commands)).toEqual(['reset']);
    expect(phaseOf(state)).toBe('ready');
  });
});

describe('a run', () => {
  const events = [
    hear(progressEvent(2, [4, 2], { accuracies: Float32Array.from([0, 1]) })),
    hear(evaluationEvent(2, 1.5, 0.4)),
    hear(snapshotEvent(2, 1)),
  ];

  test('shows its numbers, curves and maps', () => {
    const { state } = after(...training, ...events);
    expect(state.progress).toEqual({
      step: 2,
      epoch: 0.02,
      imagesPerSecond: 640,
      learningRate: 1e-3,
    });
    expect(recentMean(state.recent.losses)).toBe(3);
    expect(recentMean(state.recent.accuracies)).toBe(0.5);
    expect(curvePoints(state.losses)).toEqual([{ step: 1.5, value: 3 }]);
    expect(state.evaluations).toHaveLength(1);
    expect(state.snapshot?.watched).toBe(1);
  });

  test('averages its training numbers over the last twenty steps', () => {
    const losses = Array.from({ length: 30 }, (_, i) => (i < 10 ? 100 : 2));
    const { state } = after(...training, hear(progressEvent(30, losses)));
    expect(recentMean(state.recent.losses)).toBe(2);
  });

  test('pauses and goes on', () => {
    const { state, commands } = after(
      ...training,
      press('pause'),
      hear({ type: 'paused', finished: false }),
      press('train'),
    );
    expect(kinds(commands)).toEqual(['reset', 'train', 'pause', 'train']);
    expect(phaseOf(state)).toBe('busy');
  });

  test('says that it is pausing, and can be sent on before it has paused', () => {
    const { state } = after(...training, press('pause'));
    expect(state.pausing).toBe(true);
    expect(buttonReasons(state).pause).toBe('Pausing.');
    const again = update(state, press('train'));
    expect(again.commands).toEqual([{ type: 'train' }]);
    expect(again.state.pausing).toBe(false);
  });

  test('that goes on although a late `paused` crossed Train on its way is shown as going on', () => {
    const { state } = after(
      ...training,
      press('pause'),
      press('train'),
      hear({ type: 'paused', finished: false }),
      hear(progressEvent(4, [1])),
    );
    expect(phaseOf(state)).toBe('busy');
  });

  test('takes single steps', () => {
    const { state, commands } = after(...built, press('step'));
    expect(commands.at(-1)).toEqual({ type: 'step' });
    expect(phaseOf(update(state, hear({ type: 'paused', finished: false })).state)).toBe('ready');
  });

  test('begins again on Reset, with nothing of the old one', () => {
    const { state } = after(...training, ...events, press('reset'));
    expect(state.progress.step).toBe(2);
    const late = update(state, hear(progressEvent(5, [9, 9, 9]))).state;
    expect(late.progress.step).toBe(2);
    const fresh = update(late, hear(readyEvent())).state;
    expect(fresh.progress.step).toBe(0);
    expect(fresh.evaluations).toEqual([]);
    expect(curvePoints(fresh.losses)).toEqual([]);
    expect(phaseOf(fresh)).toBe('ready');
  });

  test('that is finished waits for Reset or for other settings', () => {
    const { state } = after(...training, hear({ type: 'paused', finished: true }));
    expect(buttonReasons(state).train).toContain('finished');
    expect(buttonReasons(state).reset).toBeNull();
    expect(buttonReasons(update(state, set({ seed: 2 })).state).train).toBeNull();
  });
});

describe('the chosen image', () => {
  test('is asked for at once', () => {
    const { commands } = after(...built, { type: 'watch', image: 2 });
    expect(commands.at(-1)).toEqual({ type: 'watch', image: 2 });
  });

  test('stays chosen in the next run', () => {
    const { commands } = after(...built, { type: 'watch', image: 2 }, press('reset'), built[1]!);
    expect(kinds(commands).slice(-2)).toEqual(['reset', 'watch']);
  });
});

describe('figures that are put away', () => {
  const away = { type: 'sight', snapshots: false } as const;

  test('are not computed: the engine is told, and told again of the next model', () => {
    const { commands } = after(...built, away);
    expect(commands.at(-1)).toEqual(away);
    const next = after(...built, away, press('reset'), built[1]!);
    expect(next.commands.filter(({ type }) => type === 'sight')).toEqual([away, away]);
  });

  test('before there is a model wait for it', () => {
    expect(after(away).commands).toEqual([]);
    expect(after(away, ...built).commands).toContainEqual(away);
  });
});

describe('a failure', () => {
  test('of the run is told, and Train builds anew', () => {
    const { state } = after(
      ...training,
      hear({ type: 'failed', reason: 'the context was lost', lost: false }),
    );
    expect(phaseOf(state)).toBe('failed');
    expect(state.failure).toBe('the context was lost');
    const again = update(state, press('train'));
    expect(kinds(again.commands)).toEqual(['reset']);
    expect(update(again.state, hear(readyEvent())).commands).toEqual([{ type: 'train' }]);
  });

  test('of the engine is told, and a new start clears it', () => {
    const { state } = after({ type: 'engineFailed', reason: 'no WebGL' });
    expect(phaseOf(state)).toBe('failed');
    expect(phaseOf(update(state, { type: 'engineStarting' }).state)).toBe('loading');
  });
});

test('pictures on their way are told while a model is built, and not once they are there', () => {
  const some: LabEvent = { type: 'loading', text: 'Loading pictures', loaded: 1, total: 4 };
  expect(after(started, hear(some)).state.loading).toMatchObject({ loaded: 1, total: 4 });
  expect(after(started, hear({ ...some, loaded: 4 })).state.loading).toBeNull();
});
