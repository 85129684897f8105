/** The lab's state in the page: one signal, changed by actions, tied to the engine. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Engine } from '../../../lib/engine/client.ts';
import type { LabEvent } from '../../../lib/engine/lab-protocol.ts';
import { initialState, type LabState } from './lab-state.ts';
import { update, type LabAction } from './lab-update.ts';

export type LabEngine = Pick<Engine, 'info' | 'lab'>;
export type GivenRun = Omit<Extract<LabEvent, { type: 'given' }>, 'type'>;

export interface LabStore {
  state: ReadonlySignal<LabState>;
  dispatch(action: LabAction): void;
  /** Starts the engine; again after a failure. */
  start(): Promise<void>;
  /** The run at hand as it stands. @throws Error in a sentence when there is none. */
  give(): Promise<GivenRun>;
  /** Stops listening to the engine. */
  stop(): void;
}

/** An engine that is lost this often without a step in between is not started again by itself. */
const mostLosses = 3;

/** `openEngine` gives a fresh engine after one was lost. */
export function createLabStore(
  openEngine: () => Promise<LabEngine>,
  first = initialState(),
): LabStore {
  const state = signal(first);
  let engine: LabEngine | null = null;
  let stopListening = () => {};
  let losses = 0;
  const waiting: { resolve(run: GivenRun): void; reject(error: Error): void }[] = [];

  function dispatch(action: LabAction): void {
    const { state: next, commands } = update(state.value, action);
    state.value = next;
    for (const command of commands) engine?.lab.send(command);
    if (next.wish && !engine && !next.starting && !next.lost) void start();
  }

  function hear(event: LabEvent): void {
    dispatch({ type: 'event', event });
    if (event.type === 'progress') losses = 0;
    if (event.type === 'given') waiting.shift()?.resolve(event);
    if (event.type === 'failed') {
      for (const { reject } of waiting.splice(0)) reject(new Error(event.reason));
      if (event.lost) recover();
    }
  }

  function recover(): void {
    stopListening();
    engine = null;
    losses++;
    if (losses <= mostLosses) void start();
  }

  async function start(): Promise<void> {
    if (engine || state.value.starting) return;
    dispatch({ type: 'engineStarting' });
    try {
      engine = await openEngine();
    } catch (error) {
      dispatch({ type: 'engineFailed', reason: (error as Error).message });
      return;
    }
    stopListening = engine.lab.listen(hear);
    dispatch({ type: 'engineStarted', info: engine.info });
  }

  return {
    state,
    dispatch,
    start,
    give() {
      if (!engine || !state.value.built)
        return Promise.reject(new Error('There is no run yet: the model is still being built.'));
      engine.lab.send({ type: 'give' });
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    stop: () => stopListening(),
  };
}
