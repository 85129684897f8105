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

test('nothing is heard after stop', async () => {
  const engine = fakeEngine(promptAnswer);
  const store = createLabStore(async () => engine);
  await store.start();
  store.stop();
  engine.emit({ type: 'failed', reason: 'late', lost: false });
  expect(store.state.value.failure).toBeNull();
});
