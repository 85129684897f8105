/** The lab's state in the page: one signal, changed by actions, tied to the engine. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Engine } from '../../../lib/engine/client.ts';
import { initialState, type LabState } from './lab-state.ts';
import { update, type LabAction } from './lab-update.ts';

export type LabEngine = Pick<Engine, 'info' | 'lab'>;

export interface LabStore {
  state: ReadonlySignal<LabState>;
  dispatch(action: LabAction): void;
  /** Starts the engine; again after a failure. */
  start(): Promise<void>;
  /** Stops listening to the engine. */
  stop(): void;
}

export function createLabStore(
  openEngine: () => Promise<LabEngine>,
  first = initialState(),
): LabStore {
  const state = signal(first);
  let engine: LabEngine | null = null;
  let stopListening = () => {};

  function dispatch(action: LabAction): void {
    const { state: next, commands } = update(state.value, action);
    state.value = next;
    for (const command of commands) engine?.lab.send(command);
    if (next.wish && !engine && !next.starting) void start();
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
    stopListening = engine.lab.listen((event) => dispatch({ type: 'event', event }));
    dispatch({ type: 'engineStarted', info: engine.info });
  }

  return { state, dispatch, start, stop: () => stopListening() };
}
