import { expect, test } from 'vitest';
import { createLabStore } from '../../../src/components/widgets/lab/lab-store.ts';
import { initialState, phaseOf } from '../../../src/components/widgets/lab/lab-state.ts';
import { fakeEngine, promptAnswer, settings } from './fake-engine.ts';

test('the store starts the engine once, builds the default model and waits', async () => {
  const engine = fakeEngine(promptAnswer);
  let starts = 0;
  const store = createLabStore(async () => (starts++, engine));
  await Promise.all([store.start(), store.start()]);
  expect(starts).toBe(1);
  expect(engine.sent.map(({ type }) => type)).toEqual(['reset', 'measure']);
  expect(phaseOf(store.state.value)).toBe('ready');
});

test('Train pressed before the engine is there begins by itself', async () => {
  const engine = fakeEngine(promptAnswer);
  const store = createLabStore(async () => engine, initialState(settings));
  const starting = store.start();
  store.dispatch({ type: 'press', button: 'train' });
  await starting;
  expect(engine.sent.map(({ type }) => type)).toEqual(['reset', 'train']);
});

test('an engine that does not start is told of, and can be asked again', async () => {
  const engine = fakeEngine(promptAnswer);
  let refuse = true;
  const store = createLabStore(async () => {
    if (refuse) throw new Error('no WebGL here');
    return engine;
  });
  await store.start();
  expect(store.state.value.failure).toBe('no WebGL here');
  refuse = false;
  await store.start();
  expect(phaseOf(store.state.value)).toBe('ready');
});

test('tensors that are asked for come from the engine; a model that takes its place refuses the question', async () => {
  const engine = fakeEngine(promptAnswer);
  const store = createLabStore(async () => engine);
  await expect(store.symbols(['logits'])).rejects.toThrow('There is no run yet');
  await store.start();
  const asked = store.symbols(['logits']);
  const run = store.give();
  expect(engine.sent.slice(-2)).toEqual([{ type: 'symbols', paths: ['logits'] }, { type: 'give' }]);
  const tensors = { logits: { shape: [1, 3], values: Float32Array.of(1, 2, 3) } };
  engine.emit({ type: 'symbols', step: 7, watched: 0, tensors });
  expect(await asked).toMatchObject({ step: 7, tensors });
  store.dispatch({ type: 'press', button: 'reset' });
  await expect(run).rejects.toThrow('Another model has taken its place');
});

test('nothing is heard after stop', async () => {
  const engine = fakeEngine(promptAnswer);
  const store = createLabStore(async () => engine);
  await store.start();
  store.stop();
  engine.emit({ type: 'failed', reason: 'late', lost: false });
  expect(store.state.value.failure).toBeNull();
});
