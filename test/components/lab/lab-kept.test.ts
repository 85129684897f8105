import { describe, expect, test } from 'vitest';
import {
  buttonReasons,
  phaseOf,
  recentMean,
} from '../../../src/components/widgets/lab/lab-state.ts';
import { update, type LabAction } from '../../../src/components/widgets/lab/lab-update.ts';
import { curvePoints } from '../../../src/lib/figures/thin-curve.ts';
import { progressEvent, readyEvent, settings } from './fake-engine.ts';
import { after, built, hear, kinds, press, started, training } from './update-cases.ts';

describe('an engine that is lost', () => {
  const loss = (reason = 'the GPU context was lost') =>
    hear({ type: 'failed', reason, lost: true });
  const keptAt = (step: number) => hear({ type: 'saved', step, at: 0, lasting: true });
  const running = [...training, hear(progressEvent(7, [3, 2, 1])), keptAt(5)];
  const again = readyEvent({ step: 5, losses: Float32Array.of(5, 4, 3, 2, 1) });

  test('in mid-training goes on from the step that was kept, and says so', () => {
    const gone = after(...running, loss()).state;
    expect(phaseOf(gone)).toBe('failed');
    const opened = update(gone, started);
    expect(opened.commands).toEqual([{ type: 'open', id: 'run-1' }]);
    const { state, commands } = update(opened.state, hear(again));
    expect(commands.at(-1)).toEqual({ type: 'train' });
    expect(state.progress.step).toBe(5);
    expect(curvePoints(state.losses)[0]!.value).toBe(3);
    expect(state.note).toMatch(/step 7.*context was lost.*step 5/);
  });

  test('while paused comes back paused', () => {
    const paused = [...running, press('pause'), hear({ type: 'paused', finished: false }), loss()];
    const { state, commands } = after(...paused, started, hear(again));
    expect(commands.at(-1)).toEqual({ type: 'measure' });
    expect(phaseOf(state)).toBe('ready');
  });

  test('in a single step takes that step again, and no other', () => {
    const stepping = [...built, press('step'), keptAt(5)];
    const { state, commands } = after(...stepping, loss(), started, hear(again));
    expect(commands.at(-1)).toEqual({ type: 'step' });
    const paused = update(state, hear({ type: 'paused', finished: false })).state;
    expect(phaseOf(paused)).toBe('ready');
  });

  test('before anything was kept begins anew', () => {
    const { state, commands } = after(...training, loss(), started, hear(readyEvent()));
    expect(commands.map(({ type }) => type).slice(-2)).toEqual(['reset', 'train']);
    expect(state.note).toContain('begins anew');
  });

  test('twice before it is back tells of the first step', () => {
    const { state } = after(...running, loss(), started, loss(), started, hear(again));
    expect(state.note).toContain('step 7');
    expect(state.running).toBe(true);
  });
});

describe('a kept run', () => {
  test('is opened with its settings in the knobs and its curves', () => {
    const kept = readyEvent({
      settings: { ...settings, seed: 9 },
      step: 4,
      losses: Float32Array.of(4, 3, 2, 1),
      accuracies: new Float32Array(4),
      evaluations: [{ step: 4, loss: 1, accuracy: 0.5 }],
    });
    const { state, commands } = after(...built, { type: 'open', id: 'run-1' }, hear(kept));
    expect(commands).toContainEqual({ type: 'open', id: 'run-1' });
    expect(state.settings.seed).toBe(9);
    expect(state.progress.step).toBe(4);
    expect(recentMean(state.recent.losses)).toBe(2.5);
    expect(state.kept).toEqual({ step: 4, lasting: true });
    expect(buttonReasons(state).train).toBeNull();
  });

  test('waits for the engine when that is not there yet', () => {
    const early = after({ type: 'engineStarting' }, { type: 'open', id: 'a' }, started);
    expect(early.commands).toEqual([{ type: 'open', id: 'a' }]);
  });

  test('that cannot be kept trains on, and the reader is told once', () => {
    const unsaved = hear({ type: 'unsaved', reason: 'the storage is full' });
    const { state } = after(...training, unsaved);
    expect(state.unkept).toBe('the storage is full');
    expect(state.announcement).toBe('the storage is full');
    expect(state.running).toBe(true);
    const later = update(update(state, hear(progressEvent(1, [1]))).state, unsaved).state;
    expect(later.announcement).toBe('the storage is full');
    expect(
      update(later, hear({ type: 'saved', step: 3, at: 0, lasting: true })).state.unkept,
    ).toBeNull();
  });
});

describe('a hidden tab', () => {
  const hidden = (value: boolean): LabAction => ({ type: 'hidden', hidden: value });

  test('trains on unless the reader chose otherwise', () => {
    expect(kinds(after(...training, hidden(true)).commands)).toEqual(['reset', 'train']);
  });

  test('pauses if so chosen, and goes on when it is seen', () => {
    const chosen: LabAction = { type: 'whenHidden', pause: true };
    const { state, commands } = after(
      ...[...training, chosen, hidden(true)],
      ...[hear({ type: 'paused', finished: false }), hidden(false)],
    );
    expect(kinds(commands)).toEqual(['reset', 'train', 'pause', 'train']);
    expect(phaseOf(state)).toBe('busy');
  });

  test('does not wake a run that the reader has paused', () => {
    const paused = [...training, press('pause'), hear({ type: 'paused', finished: false })];
    const { commands } = after(...paused, { type: 'whenHidden', pause: true }, hidden(true), hidden(false)); // prettier-ignore
    expect(kinds(commands)).toEqual(['reset', 'train', 'pause']);
  });
});

describe('a picture of the reader’s own', () => {
  test('is watched behind the gallery, and forgotten when it is taken away', () => {
    const own: LabAction = { type: 'own', pixels: new Uint8Array(784) };
    const { state, commands } = after(...built, own);
    expect(commands.slice(-2)).toEqual([
      { type: 'own', pixels: (own as { pixels: Uint8Array }).pixels },
      { type: 'watch', image: 4 },
    ]);
    expect(update(state, { type: 'own', pixels: null }).state.watched).toBe(3);
  });

  test('of another size is left aside by the next model', () => {
    const small = readyEvent({ imageSize: 8 });
    const { state } = after(...built, { type: 'own', pixels: new Uint8Array(784) }, press('reset'), hear(small)); // prettier-ignore
    expect(state.own).toBeNull();
    expect(state.watched).toBe(3);
  });
});
