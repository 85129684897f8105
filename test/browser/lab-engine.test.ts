import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startBackend } from '../../src/lib/engine/backend.ts';
import { openLab, type OpenLab } from '../open-lab.ts';
import { toySettings } from '../toy-dataset.ts';
import { toyRuns } from '../toy-runs.ts';

beforeAll(async () => {
  expect(await startBackend(['webgl', 'cpu'])).toBe('webgl');
});

test('a run learns, ends by itself and gives the same curve again', async () => {
  const settings = { ...toySettings, totalSteps: 40 };
  const curves = [];
  for (let round = 0; round < 2; round++) {
    const lab = openLab('webgl');
    await lab.reset(settings);
    expect(await lab.trainAll()).toEqual({ type: 'paused', finished: true });
    curves.push(lab.losses());
    const last = lab.events.filter((event) => event.type === 'evaluation').at(-1)!;
    expect(last).toMatchObject({ step: 40 });
    expect(last.accuracy).toBeGreaterThan(0.6);
  }
  expect(curves[0]).toHaveLength(40);
  expect(curves[1]).toEqual(curves[0]);
});

test('another seed gives another curve', async () => {
  const lab = openLab('webgl');
  const curves = [];
  for (const seed of [1, 2]) {
    await lab.reset({ ...toySettings, totalSteps: 3, seed });
    const before = lab.losses().length;
    await lab.trainAll();
    curves.push(lab.losses().slice(before));
  }
  expect(curves[0]).not.toEqual(curves[1]);
});

test('one step at a time: each is reported and looked at, and the lab pauses', async () => {
  const lab = openLab('webgl');
  await lab.reset(toySettings);
  for (const step of [1, 2]) {
    const [progress, snapshot, paused] = [
      lab.next('progress'),
      lab.next('snapshot'),
      lab.next('paused'),
    ];
    lab.command({ type: 'step' });
    expect(await progress).toMatchObject({ step });
    expect(await snapshot).toMatchObject({ step });
    expect(await paused).toEqual({ type: 'paused', finished: false });
  }
});

test('a snapshot holds what the figures draw: rows of attention and of probabilities sum to 1', async () => {
  const lab = openLab('webgl');
  const snapshot = await lab.reset({ ...toySettings, model: { ...toySettings.model, depth: 2 } });
  expect(snapshot.attentionShape).toEqual([2, 2, 5]);
  expect(snapshot.attention).toHaveLength(2 * 2 * 5 * 5);
  const rowSum = (values: Float32Array, width: number, row: number) =>
    values.slice(row * width, (row + 1) * width).reduce((a, b) => a + b, 0);
  for (let row = 0; row < 20; row++) expect(rowSum(snapshot.attention, 5, row)).toBeCloseTo(1, 5);
  for (let row = 0; row < 12; row++)
    expect(rowSum(snapshot.probabilities, 4, row)).toBeCloseTo(1, 5);
  expect(snapshot.positionSimilarity![0]).toBeCloseTo(1, 5);
  expect(snapshot.positionSimilarity).toHaveLength(16);
});

test('watching another image changes whose attention is shown, not the run', async () => {
  const lab = openLab('webgl');
  const before = await lab.reset(toySettings);
  const looked = lab.next('snapshot');
  lab.command({ type: 'watch', image: 3 });
  const after = await looked;
  expect(after.watched).toBe(3);
  expect(after.step).toBe(before.step);
  expect(after.probabilities).toEqual(before.probabilities);
  expect(after.attention).not.toEqual(before.attention);
});

test('the watched image’s way through the model: as the figures have it, at that step, of what the model has', async () => {
  const lab = openLab('webgl');
  const fresh = await lab.reset({ ...toySettings, totalSteps: 3 });
  const paths = ['blocks.0.attention.weights', 'parameters.positions', 'logits', 'no.such.tensor'];
  const asked = { type: 'symbols', paths } as const;
  const first = await lab.ask({ ...asked, paths: [...paths] }, 'symbols');
  expect(first).toMatchObject({ step: 0, watched: 0 });
  expect(Object.keys(first.tensors)).toEqual(paths.slice(0, 3));
  const { shape, values } = first.tensors['blocks.0.attention.weights']!;
  expect(shape).toEqual([1, 2, 5, 5]);
  values.forEach((value, at) => expect(value).toBeCloseTo(fresh.attention[at]!, 5));

  const looked = lab.next('snapshot');
  lab.command({ type: 'watch', image: 3 });
  await looked;
  await lab.trainAll(); // with the parameters that were handed out
  const before = memory().numTensors;
  const last = await lab.ask({ ...asked, paths: [...paths] }, 'symbols');
  expect(memory().numTensors).toBe(before);
  expect(last).toMatchObject({ step: 3, watched: 3 });
  const { probabilities } = lab.events.filter((event) => event.type === 'snapshot').at(-1)!;
  const logits = last.tensors['logits']!.values;
  const sum = logits.reduce((total, logit) => total + Math.exp(logit), 0);
  logits.forEach((logit, at) =>
    expect(Math.exp(logit) / sum).toBeCloseTo(probabilities[3 * logits.length + at]!, 5),
  );
});

test('settings that cannot be built fail with both numbers, and the lab goes on', async () => {
  const lab = openLab('webgl');
  const failed = lab.next('failed');
  lab.command({
    type: 'reset',
    settings: { ...toySettings, model: { ...toySettings.model, numHeads: 3 } },
  });
  expect((await failed).reason).toMatch(/8.*3/);
  expect(await lab.reset(toySettings)).toMatchObject({ step: 0 });
});

test('tensors do not pile up: as many after step 20 as after step 200', async () => {
  const lab = openLab('webgl');
  await lab.reset({ ...toySettings, totalSteps: 20 });
  await lab.trainAll();
  const after20 = memory().numTensors;
  await lab.reset({ ...toySettings, totalSteps: 200 });
  await lab.trainAll();
  expect(memory().numTensors).toBe(after20);
});

test('a run killed and opened again ends as the one that went straight on: within 1e-5', async () => {
  const settings = { ...toySettings, totalSteps: 60 };
  const weights = async (lab: OpenLab) => {
    const { run } = await lab.ask({ type: 'give' }, 'given');
    return run.state.parameters.flatMap(({ values }) => [...values]);
  };
  const straight = openLab('webgl');
  await straight.reset(settings);
  await straight.trainAll();
  const expected = await weights(straight);

  const runs = toyRuns();
  const killed = openLab('webgl', runs);
  await killed.reset(settings);
  const under = killed.next('progress', ({ step }) => step >= 20);
  const paused = killed.next('paused');
  killed.command({ type: 'train' });
  await under;
  const { run } = await killed.ask({ type: 'give' }, 'given');
  killed.command({ type: 'pause' });
  await paused; // perhaps at its end already

  const again = openLab('webgl');
  await again.ask({ type: 'adopt', run }, 'ready');
  await again.trainAll();
  const found = await weights(again);
  expect(Math.max(...found.map((value, i) => Math.abs(value - expected[i])))).toBeLessThan(1e-5);
});
