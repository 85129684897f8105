/** A run that was interrupted goes on as if nothing had happened: on the CPU, to the last bit. */
import '../../backend-cpu.ts';
import { expect, test } from 'vitest';
import { noAugmentation } from '../../../src/lib/training/augmentation.ts';
import type { TrainingSettings } from '../../../src/lib/training/settings.ts';
import { openLab } from '../../open-lab.ts';
import { toySettings } from '../../toy-dataset.ts';
import { toyRuns } from '../../toy-runs.ts';

const settings: TrainingSettings = {
  ...toySettings,
  model: { ...toySettings.model, dropRate: 0.1, dropPathRate: 0.1 },
  augmentation: { ...noAugmentation, mixup: 0.2 },
  batchSize: 4,
  totalSteps: 200,
};

/** The run as it stands at the end. */
async function ended(lab: ReturnType<typeof openLab>) {
  return (await lab.ask({ type: 'give' }, 'given')).run.state;
}

test(
  '200 steps, and the same killed at step 97 and opened again, end in equal weights, moments and curves',
  { timeout: 60_000 },
  async () => {
    const straight = openLab('cpu');
    await straight.reset(settings);
    expect(await straight.trainAll()).toEqual({ type: 'paused', finished: true });
    const expected = await ended(straight);

    const runs = toyRuns();
    const killed = openLab('cpu', runs);
    await killed.reset(settings);
    const under = killed.next('progress', ({ step }) => step >= 60);
    killed.command({ type: 'train' });
    await under;
    await killed.ask({ type: 'pause' }, 'paused');
    while (runs.saved.at(-1)!.summary.step < 97) await killed.ask({ type: 'step' }, 'paused');
    const { id } = runs.saved.at(-1)!.summary;
    expect(runs.saved.at(-1)!.summary.step).toBe(97);
    runs.locked.clear(); // as the browser does for a page that is gone

    const again = openLab('cpu', runs);
    const ready = await again.ask({ type: 'open', id }, 'ready');
    expect(ready).toMatchObject({ step: 97, name: 'garments 1', note: null });
    expect(ready.losses).toEqual(expected.losses.slice(0, 97));
    await again.trainAll();
    expect(await ended(again)).toEqual(expected);
  },
);

test('a run that another tab trains is refused in words, and the one at hand stays as it was kept', async () => {
  const runs = toyRuns();
  const first = openLab('cpu', runs);
  await first.reset({ ...settings, totalSteps: 3 });
  await first.trainAll();
  const second = openLab('cpu', runs);
  const { reason } = await second.ask({ type: 'open', id: 'run-1' }, 'failed');
  expect(reason).toMatch(/another tab/);
});

test('imported runs are kept under an id of their own', async () => {
  const runs = toyRuns();
  const first = openLab('cpu', runs);
  await first.reset({ ...settings, totalSteps: 4 });
  await first.trainAll();
  const { run } = await first.ask({ type: 'give' }, 'given');
  const second = openLab('cpu', runs);
  const ready = await second.ask({ type: 'adopt', run }, 'ready');
  expect(ready.id).toBe('run-2');
  expect(ready.step).toBe(4);
  expect(ready.evaluations).toEqual(run.summary.evaluations);
});

test('storage that fails never stops training: the reader is told, and the run can still be given out', async () => {
  const runs = toyRuns();
  const { store } = await runs.openRuns();
  const full = { ...store, save: () => Promise.reject(new Error('the storage is full')) };
  const lab = openLab('cpu', { ...runs, openRuns: async () => ({ store: full, warning: null }) });
  await lab.reset({ ...settings, totalSteps: 5 });
  const told = lab.next('unsaved');
  await lab.trainAll();
  expect((await told).reason).toBe('the storage is full');
  const { run, samples } = await lab.ask({ type: 'give' }, 'given');
  expect(run.state.step).toBe(5);
  expect(samples.logits).toHaveLength(samples.count * 4);
});

test('one step told in full: the numbers before, the gradient and the numbers after belong together', async () => {
  const sgd = {
    ...settings,
    optimiser: 'sgd' as const,
    momentum: 0,
    weightDecay: 0,
    clipNorm: 1e9,
  };
  const lab = openLab('cpu');
  await lab.reset({ ...sgd, warmupSteps: 0, batchSize: 8, augmentation: noAugmentation });
  const walk = await lab.ask({ type: 'step' }, 'walk');
  expect(walk.step).toBe(1);
  expect(walk.clipFactor).toBe(1);
  expect(walk.tensors.map(({ name }) => name)).toEqual(['xp', 'z0', 'z1', 'y', 'logits']);
  for (const { before, gradient, after } of walk.largest)
    expect(after - before).toBeCloseTo(-walk.learningRate * gradient, 5); // plain descent
  const moved = Math.hypot(...walk.parameters.map(({ update }) => update));
  expect(moved).toBeCloseTo(walk.learningRate * walk.gradientNorm, 4);
  const sums = Array.from({ length: 8 }, (_, picture) =>
    walk.probabilities.slice(picture * 4, picture * 4 + 4).reduce((a, b) => a + b),
  );
  sums.forEach((sum) => expect(sum).toBeCloseTo(1, 5));
});

test('an evaluation counts every picture once, and its mistakes are wrong answers', async () => {
  const lab = openLab('cpu');
  await lab.reset({ ...settings, totalSteps: 2 });
  const looked = lab.next('evaluation');
  await lab.trainAll();
  const { confusion, count, accuracy, mistakes, pictures } = await looked;
  expect(confusion.reduce((a, b) => a + b)).toBe(count);
  const right = [0, 1, 2, 3].reduce((sum, label) => sum + confusion[label * 5], 0);
  expect(right / count).toBeCloseTo(accuracy, 10);
  expect(mistakes.every(({ label, answer }) => label !== answer)).toBe(true);
  expect(pictures.labels).toEqual(mistakes.map(({ label }) => label));
});

test('a picture of the reader’s own is answered after the gallery', async () => {
  const lab = openLab('cpu');
  const before = await lab.reset(settings);
  const pixels = new Uint8Array(64).fill(200);
  const after = await lab.ask({ type: 'own', pixels }, 'snapshot');
  expect(after.probabilities).toHaveLength(before.probabilities.length + 4);
  const watched = await lab.ask({ type: 'watch', image: 12 }, 'snapshot');
  expect(watched.watched).toBe(12);
});

test('a pause that comes between two steps, or behind a question, is answered', async () => {
  const lab = openLab('cpu');
  await lab.reset(settings);
  const under = lab.next('progress');
  lab.command({ type: 'train' });
  await under;
  lab.command({ type: 'give' });
  expect(await lab.ask({ type: 'pause' }, 'paused')).toEqual({ type: 'paused', finished: false });
});
