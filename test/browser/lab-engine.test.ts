import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startBackend } from '../../src/lib/engine/backend.ts';
import { createLab } from '../../src/lib/engine/lab.ts';
import type { LabEvent } from '../../src/lib/engine/protocol.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';
import { toyLoader, toySettings } from '../toy-dataset.ts';

beforeAll(async () => {
  expect(await startBackend(['webgl', 'cpu'])).toBe('webgl');
});

/** A lab with its events kept, and a way to wait for one. */
function openLab() {
  const events: LabEvent[] = [];
  const waiting: { type: LabEvent['type']; resolve(event: LabEvent): void }[] = [];
  const command = createLab(
    (event) => {
      events.push(event);
      const index = waiting.findIndex(({ type }) => type === event.type);
      if (index >= 0) waiting.splice(index, 1)[0].resolve(event);
    },
    async () => toyLoader(),
  );
  const next = <Type extends LabEvent['type']>(type: Type) =>
    new Promise<Extract<LabEvent, { type: Type }>>((resolve) =>
      waiting.push({ type, resolve: resolve as (event: LabEvent) => void }),
    );
  const losses = () =>
    events.flatMap((event) => (event.type === 'progress' ? [...event.losses] : []));
  return { command, events, next, losses };
}

type Lab = ReturnType<typeof openLab>;

async function reset(lab: Lab, settings: TrainingSettings) {
  const looked = lab.next('snapshot');
  lab.command({ type: 'reset', settings });
  return looked;
}

async function trainAll(lab: Lab) {
  const paused = lab.next('paused');
  lab.command({ type: 'train' });
  return paused;
}

test('a run learns, ends by itself and gives the same curve again', async () => {
  const settings = { ...toySettings, totalSteps: 40 };
  const curves = [];
  for (let round = 0; round < 2; round++) {
    const lab = openLab();
    await reset(lab, settings);
    expect(await trainAll(lab)).toEqual({ type: 'paused', finished: true });
    curves.push(lab.losses());
    const last = lab.events.filter((event) => event.type === 'evaluation').at(-1)!;
    expect(last).toMatchObject({ step: 40 });
    expect(last.accuracy).toBeGreaterThan(0.6);
  }
  expect(curves[0]).toHaveLength(40);
  expect(curves[1]).toEqual(curves[0]);
});

test('another seed gives another curve', async () => {
  const lab = openLab();
  const curves = [];
  for (const seed of [1, 2]) {
    await reset(lab, { ...toySettings, totalSteps: 3, seed });
    const before = lab.losses().length;
    await trainAll(lab);
    curves.push(lab.losses().slice(before));
  }
  expect(curves[0]).not.toEqual(curves[1]);
});

test('one step at a time: each is reported and looked at, and the lab pauses', async () => {
  const lab = openLab();
  await reset(lab, toySettings);
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
  const lab = openLab();
  const snapshot = await reset(lab, { ...toySettings, model: { ...toySettings.model, depth: 2 } });
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
  const lab = openLab();
  const before = await reset(lab, toySettings);
  const looked = lab.next('snapshot');
  lab.command({ type: 'watch', image: 3 });
  const after = await looked;
  expect(after.watched).toBe(3);
  expect(after.step).toBe(before.step);
  expect(after.probabilities).toEqual(before.probabilities);
  expect(after.attention).not.toEqual(before.attention);
});

test('settings that cannot be built fail with both numbers, and the lab goes on', async () => {
  const lab = openLab();
  const failed = lab.next('failed');
  lab.command({
    type: 'reset',
    settings: { ...toySettings, model: { ...toySettings.model, numHeads: 3 } },
  });
  expect((await failed).reason).toMatch(/8.*3/);
  expect(await reset(lab, toySettings)).toMatchObject({ step: 0 });
});

test('tensors do not pile up: as many after step 20 as after step 200', async () => {
  const lab = openLab();
  await reset(lab, { ...toySettings, totalSteps: 20 });
  await trainAll(lab);
  const after20 = memory().numTensors;
  await reset(lab, { ...toySettings, totalSteps: 200 });
  await trainAll(lab);
  expect(memory().numTensors).toBe(after20);
});
