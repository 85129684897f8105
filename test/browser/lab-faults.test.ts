/** The lab on its real engine while that is lost, killed, or told nonsense: what the reader sees, and that the run goes on. */
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings, type TrainingSettings } from '../../src/lib/training/settings.ts';
import { phaseOf } from '../../src/components/widgets/lab/lab-state.ts';
import { databaseName } from '../../src/lib/engine/runs/database.ts';
import { openFaultyLab, type FaultyLab } from './faulty.ts';

/** Four patches and one block. */
const settings: TrainingSettings = {
  ...defaultSettings,
  model: { ...defaultSettings.model, patchSize: 14, embedDim: 16, depth: 1 },
  batchSize: 8,
  trainImages: 500,
  totalSteps: 400,
};

/** Ten under `npm run test:long -- faults`. */
const losses = import.meta.env.VITE_LONG ? 10 : 2;

let lab: FaultyLab | null = null;

/** The losses of a run that nothing has disturbed so far. */
let undisturbed: number[] = [];

beforeEach(() => deleteDB(databaseName));
afterEach(() => {
  lab?.store.stop();
  lab = null;
});

const train = ({ store }: FaultyLab) => store.dispatch({ type: 'press', button: 'train' });

/** Every loss that was told, by its step; more than one where steps were taken again. */
function lossesOf({ events }: FaultyLab): Map<number, number[]> {
  const told = new Map<number, number[]>();
  for (const event of events)
    if (event.type === 'progress')
      event.losses.forEach((loss, index) => {
        const step = event.step - event.losses.length + 1 + index;
        told.set(step, [...(told.get(step) ?? []), loss]);
      });
  return told;
}

/** Those of the first test, or of a run of its own where that test did not run. */
async function undisturbedLosses(): Promise<number[]> {
  if (undisturbed.length > 0) return undisturbed;
  const calm = await openFaultyLab('storage-denied', settings);
  train(calm);
  await calm.until(({ progress }) => progress.step >= 19);
  calm.store.stop();
  undisturbed = [...lossesOf(calm).values()].map(([loss]) => loss!);
  return undisturbed;
}

/** Largest distance of a told loss from that of the undisturbed run at the same step. */
async function largestDifference(told: Map<number, number[]>): Promise<number> {
  const expected = await undisturbedLosses();
  return Math.max(
    ...expected.flatMap((loss, index) =>
      (told.get(index + 1) ?? []).map((other) => Math.abs(other - loss)),
    ),
  );
}

test('numbers that are none stop training: the last good weights are back, with the reason and the remedy', async () => {
  lab = await openFaultyLab('nan:20,storage-denied', settings);
  train(lab);
  await lab.until(({ note }) => note !== null && note.includes('training stopped'));
  const { note, progress, model } = lab.store.state.value;
  expect(note).toMatch(/At step 2[0-2] .*The likely reason.*try.*back at step/);
  expect(phaseOf(lab.store.state.value)).toBe('ready');
  expect(progress.step).toBeLessThanOrEqual(20);
  expect(model!.losses.every(Number.isFinite)).toBe(true);
  const { run } = await lab.store.give();
  for (const { values } of run.state.parameters) expect(values.every(Number.isFinite)).toBe(true);
  const told = lossesOf(lab);
  undisturbed = [...told.values()].map(([loss]) => loss!);
  expect(undisturbed.length).toBeGreaterThanOrEqual(19);
  expect(note).toContain('does not let this page store anything');
});

test(
  'a context lost again and again in one run, then the worker killed: noticed at once, told, and gone on from the last snapshot with the same losses',
  { timeout: 400_000 },
  async () => {
    const each = 18; // steps of an engine: the losses of the first 17 are told before it is lost
    const strikes = [...Array.from({ length: losses }, () => 'context-lost'), 'worker-killed'];
    const faults = strikes.map((fault) => `${fault}:${each}`);
    lab = await openFaultyLab(faults.join(), settings);
    const notes = new Set<string>();
    lab.store.state.subscribe(({ note }) => note !== null && notes.add(note));
    train(lab);
    const { events } = lab;
    const begun = () => events.findLast((event) => event.type === 'ready')!.step;
    await lab.until(
      ({ note, progress }) => /worker ended/.test(note ?? '') && progress.step >= begun() + 5,
    );

    const reasons = events.flatMap((event) => (event.type === 'failed' ? [event.reason] : []));
    expect(reasons.slice(0, losses)).toEqual(
      Array.from({ length: losses }, () => 'the GPU context was lost'),
    );
    expect(reasons.slice(losses)).toEqual(['the engine stopped (the worker ended)']);
    for (const note of notes)
      expect(note).toMatch(/^At step \d+, the (GPU context was lost|engine stopped .*): (the run goes on from step \d+, as it was last kept|the run begins anew)\.$/); // prettier-ignore
    expect([...notes].join()).toMatch(/context was lost: the run goes on from.*worker ended/s);

    const stretches: { from: number; told: number }[] = [];
    for (const event of events) {
      if (event.type === 'ready') stretches.push({ from: event.step, told: event.step });
      if (event.type === 'progress') stretches.at(-1)!.told = event.step;
    }
    expect(stretches).toHaveLength(losses + 2);
    for (const { from, told } of stretches) expect(told - from).toBeGreaterThanOrEqual(5);
    for (const { from, told } of stretches.slice(0, -1)) expect(told - from).toBeLessThan(each);
    const told = lossesOf(lab);
    for (const same of told.values())
      expect(Math.max(...same) - Math.min(...same)).toBeLessThanOrEqual(2e-6);
    expect(await largestDifference(told)).toBeLessThanOrEqual(2e-6);
  },
);

test('fused programs that do not compile give way to plain operations, and a full device keeps nothing: in words, with the same losses', async () => {
  lab = await openFaultyLab('no-fused-compile,storage-full', { ...settings, totalSteps: 5 });
  train(lab);
  await lab.until(({ finished, running }) => finished && !running);
  const { note, unkept, engine } = lab.store.state.value;
  expect(engine!.backend).toBe('webgl');
  expect(note).toContain('does not compile our fused programs: training goes on with plain');
  expect(unkept).toContain('No room is left on this device');
  expect(lossesOf(lab).size).toBe(5);
  expect(await largestDifference(lossesOf(lab))).toBeLessThan(1e-4);
});
