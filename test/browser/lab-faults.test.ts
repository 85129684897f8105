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
  totalSteps: 40,
};

let lab: FaultyLab | null = null;

beforeEach(() => deleteDB(databaseName));
afterEach(() => {
  lab?.store.stop();
  lab = null;
});

const press = ({ store }: FaultyLab, button: 'train' | 'step') =>
  store.dispatch({ type: 'press', button });

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

/** Largest distance of a told loss from those of a run that nothing disturbed. */
function largestDifference(told: Map<number, number[]>, undisturbed: Map<number, number[]>) {
  return Math.max(
    ...[...told].flatMap(([step, losses]) =>
      losses.map((loss) => Math.abs(loss - undisturbed.get(step)![0]!)),
    ),
  );
}

async function undisturbedLosses(): Promise<Map<number, number[]>> {
  const other = await openFaultyLab('', settings);
  press(other, 'train');
  await other.until(({ finished, running }) => finished && !running);
  other.store.stop();
  return lossesOf(other);
}

test('a context lost ten times in one run: noticed at its step, told, and gone on from the last snapshot with the same losses', async () => {
  const undisturbed = await undisturbedLosses();
  const lostAt = [20, 21, 22, 23, 24, 20, 21, 22, 23, 24]; // more than 16 steps from step 3: the losses are told meanwhile
  lab = await openFaultyLab(lostAt.map((step) => `context-lost:${step}`).join(), settings);
  for (const step of [1, 2, 3]) {
    press(lab, 'step');
    await lab.until(({ running, kept }) => !running && kept?.step === step);
  }
  press(lab, 'train');
  await lab.until(({ lost }) => lost !== null);
  expect(lab.store.state.value.failure).toBe('the GPU context was lost');
  await lab.until(({ lost, note }) => lost === null && note !== null);
  expect(lab.store.state.value.note).toMatch(
    /^At step 1\d, the GPU context was lost: the run goes on from step 3, as it was last kept\.$/,
  );
  await lab.until(({ finished, running }) => finished && !running);

  const { events } = lab;
  expect(events.filter(({ type }) => type === 'failed')).toHaveLength(10);
  expect(lab.engines()).toBe(11);
  const stretches = events.reduce<number[][]>(
    (list, event) => {
      if (event.type === 'failed') list.push([]);
      if (event.type === 'progress') list.at(-1)!.push(event.step);
      return list;
    },
    [[]],
  );
  lostAt.forEach((step, index) => expect(Math.max(...stretches[index]!)).toBeLessThan(step));
  const told = lossesOf(lab);
  expect([...told.keys()].sort((a, b) => a - b)).toEqual([...undisturbed.keys()]);
  for (const step of [4, 5, 6, 7, 8]) expect(told.get(step)).toHaveLength(11);
  expect(largestDifference(told, undisturbed)).toBeLessThanOrEqual(2e-6);
});

test('a worker killed in mid-training is noticed, told, and the run goes on from where it was kept', async () => {
  lab = await openFaultyLab('worker-killed:20', settings);
  press(lab, 'train');
  await lab.until(({ lost }) => lost !== null);
  expect(lab.store.state.value.failure).toContain('the worker ended');
  await lab.until(({ finished, running }) => finished && !running);
  expect(lab.store.state.value.note).toMatch(/the worker ended\): the run goes on from step \d/);
  expect(lab.engines()).toBe(2);
  expect([...lossesOf(lab).keys()].sort((a, b) => a - b)).toHaveLength(settings.totalSteps);
});

test('numbers that are none stop training: the last good weights are back, with the reason and the remedy', async () => {
  lab = await openFaultyLab('nan:20', { ...settings, learningRate: 0.03 });
  press(lab, 'train');
  await lab.until(({ note }) => note !== null);
  const { note, progress, model } = lab.store.state.value;
  expect(note).toMatch(/At step 2[0-2] .*learning rate of 0\.03: try 0\.005.*back at step/);
  expect(phaseOf(lab.store.state.value)).toBe('ready');
  expect(progress.step).toBeLessThan(20);
  expect(model!.losses.every(Number.isFinite)).toBe(true);
  const { run } = await lab.store.give();
  for (const { values } of run.state.parameters) expect(values.every(Number.isFinite)).toBe(true);
});

test('fused programs that do not compile give way to plain operations, in words, with the same losses', async () => {
  const short = { ...settings, totalSteps: 5 };
  lab = await openFaultyLab('no-fused-compile', short);
  press(lab, 'train');
  await lab.until(({ finished, running }) => finished && !running);
  const { note, engine } = lab.store.state.value;
  expect(engine!.backend).toBe('webgl');
  expect(note).toContain('does not compile our fused programs: training goes on with plain');
  const plain = lossesOf(lab);
  const fused = await openFaultyLab('', short);
  press(fused, 'train');
  await fused.until(({ finished, running }) => finished && !running);
  fused.store.stop();
  expect(plain.size).toBe(5);
  expect(largestDifference(plain, lossesOf(fused))).toBeLessThan(1e-4);
});

test.each([
  ['storage-full', 'No room is left on this device'],
  ['storage-denied', 'does not let this page store anything'],
])('with %s training goes on, and the reader is told', async (fault, words) => {
  lab = await openFaultyLab(fault, { ...settings, totalSteps: 5 });
  press(lab, 'train');
  await lab.until(({ finished, running }) => finished && !running);
  const { unkept, note } = lab.store.state.value;
  expect(`${unkept} ${note}`).toContain(words);
  expect(`${unkept} ${note}`).toMatch(/export/i);
  expect(lossesOf(lab).size).toBe(5);
});
