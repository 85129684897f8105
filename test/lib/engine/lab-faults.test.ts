/** A run whose GPU goes, or whose numbers do: what is told, what is kept. On the CPU, with faults made by hand. */
import '../../backend-cpu.ts';
import { memory } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type * as Step from '../../../src/lib/accelerated/fused/step.ts';
import { openLab, type OpenLab } from '../../open-lab.ts';
import { toySettings } from '../../toy-dataset.ts';
import { toyRuns } from '../../toy-runs.ts';

/** What the mocks below do: after which step the context is lost, how many steps were begun, how long one takes. */
const gpu = vi.hoisted(() => ({ losesAt: Infinity, begun: 0, milliseconds: 0, lost: false }));

vi.mock('../../../src/lib/engine/backend.ts', () => ({ contextLost: () => gpu.lost }));
vi.mock('../../../src/lib/accelerated/fused/step.ts', async (original) => {
  const module = await original<typeof Step>();
  return {
    ...module,
    fusedTrainingStep(...args: Parameters<typeof module.fusedTrainingStep>) {
      const taken = module.fusedTrainingStep(...args);
      gpu.begun += 1;
      gpu.lost = gpu.begun >= gpu.losesAt;
      if (gpu.milliseconds > 0) vi.advanceTimersByTime(gpu.milliseconds);
      return taken;
    },
  };
});

afterEach(() => {
  Object.assign(gpu, { losesAt: Infinity, begun: 0, milliseconds: 0, lost: false });
  vi.useRealTimers();
});

const settings = { ...toySettings, totalSteps: 40, batchSize: 4 };
const types = ({ events }: OpenLab) => events.map(({ type }) => type);

describe('a lost context', () => {
  test.each([1, 7, 16])(
    'at step %i is noticed before the next, and nothing is told of or kept from then on',
    async (step) => {
      const lab = openLab('cpu');
      await lab.reset(settings);
      gpu.losesAt = step;
      const failed = await lab.ask({ type: 'train' }, 'failed');
      expect(failed).toEqual({ type: 'failed', reason: 'the GPU context was lost', lost: true });
      expect(gpu.begun).toBe(step);
      expect(lab.losses().length).toBeLessThan(step);
      expect(lab.runs.saved.every(({ summary }) => summary.step < step)).toBe(true);
      expect(lab.events.at(-1)).toBe(failed);
    },
  );

  test('is not taken for another failure', async () => {
    const lab = openLab('cpu');
    gpu.lost = true;
    const impossible = { ...settings, model: { ...settings.model, numHeads: 3 } };
    const failed = await lab.ask({ type: 'reset', settings: impossible }, 'failed');
    expect(failed).toMatchObject({ lost: true });
  });
});

describe('a run that leaves the numbers', () => {
  const wild = { ...settings, learningRate: 1e38, warmupSteps: 3, clipNorm: 1e38 };

  test('stops at the first number that is none; what was good before is told, and only that is kept', async () => {
    const lab = openLab('cpu');
    await lab.reset(wild);
    const tensors = memory().numTensors;
    const diverged = await lab.ask({ type: 'train' }, 'diverged');
    expect(lab.losses().every(Number.isFinite)).toBe(true);
    expect(lab.losses()).toHaveLength(diverged.step - 1);
    expect(['NaN', 'Infinity']).toContain(diverged.value);
    expect(lab.runs.saved.length).toBeGreaterThan(0);
    for (const { state } of lab.runs.saved)
      for (const { values } of state.parameters) expect(values.every(Number.isFinite)).toBe(true);
    expect(memory().numTensors).toBeLessThan(tensors);
  });

  test('is not kept when its last step alone spoiled the weights', async () => {
    const lab = openLab('cpu');
    await lab.reset({ ...wild, learningRate: 1e39, warmupSteps: 0 }); // beyond 32 bits
    const diverged = await lab.ask({ type: 'train' }, 'diverged');
    expect(diverged).toMatchObject({ step: 1, what: 'weights' });
    expect(lab.losses()).toHaveLength(1);
    expect(lab.runs.saved).toEqual([]);
  });

  test('can be opened again where it was kept, and what follows is another run', async () => {
    const lab = openLab('cpu');
    await lab.reset(wild);
    await lab.ask({ type: 'train' }, 'diverged');
    const { step, id } = lab.runs.saved.at(-1)!.summary;
    const ready = await lab.ask({ type: 'open', id }, 'ready');
    expect(ready.step).toBe(step);
    await lab.reset(settings);
    expect(await lab.trainAll()).toEqual({ type: 'paused', finished: true });
  });
});

test('a run in training is kept so often that ten seconds are never lost, however slow its steps', async () => {
  const runs = toyRuns();
  const lab = openLab('cpu', runs);
  await lab.reset(settings);
  vi.useFakeTimers({ toFake: ['performance', 'Date'], now: 1 });
  gpu.milliseconds = 1400;
  await lab.trainAll();
  const at = [...runs.saved.map(({ summary }) => summary.saved)];
  const gaps = at.slice(1).map((time, index) => time - at[index]!);
  expect(runs.saved[0]!.summary.step).toBe(1);
  expect(runs.saved.at(-1)!.summary.step).toBe(40);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000);
  expect(types(lab).filter((type) => type === 'saved').length).toBeGreaterThan(5);
});
