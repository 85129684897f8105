/** The lab's state in the page: one signal, changed by actions, tied to the engine. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Engine } from '../../../lib/engine/client.ts';
import type { LabCommand, LabEvent, LabSymbols } from '../../../lib/engine/lab-protocol.ts';
import { initialState, type LabState } from './lab-state.ts';
import { update, type LabAction } from './lab-update.ts';

export type LabEngine = Pick<Engine, 'info' | 'lab'>;

type Answer<Type extends LabEvent['type']> = Extract<LabEvent, { type: Type }>;
export type GivenRun = Omit<Answer<'given'>, 'type'>;

/** A question that the engine has not answered yet. */
interface Waiting {
  type: LabEvent['type'];
  resolve(event: LabEvent): void;
  reject(error: Error): void;
}

export interface LabStore {
  state: ReadonlySignal<LabState>;
  dispatch(action: LabAction): void;
  /** Starts the engine; again after a failure. */
  start(): Promise<void>;
  /** The run at hand as it stands. @throws Error in a sentence when there is none. */
  give(): Promise<GivenRun>;
  /** Tensors of the watched picture's way through the model, by path. @throws Error in a sentence, as `give`. */
  symbols(paths: string[]): Promise<LabSymbols>;
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
  let waiting: Waiting[] = [];

  function dispatch(action: LabAction): void {
    const { state: next, commands } = update(state.value, action);
    state.value = next;
    for (const command of commands) engine?.lab.send(command);
    if (next.wish && !engine && !next.starting && !next.lost) void start();
  }

  function hear(event: LabEvent): void {
    dispatch({ type: 'event', event });
    if (event.type === 'progress') losses = 0;
    const answered = waiting.find(({ type }) => type === event.type);
    waiting = waiting.filter((one) => one !== answered);
    answered?.resolve(event);
    // The engine forgets what it was asked of a run that has gone.
    if (event.type === 'ready') refuse('Another model has taken its place meanwhile: ask again.');
    if (event.type === 'failed') {
      refuse(event.reason);
      if (event.lost) recover();
    }
  }

  function refuse(reason: string): void {
    const refused = waiting;
    waiting = [];
    for (const { reject } of refused) reject(new Error(reason));
  }

  function ask<Type extends LabEvent['type']>(
    command: LabCommand,
    type: Type,
  ): Promise<Answer<Type>> {
    if (!engine || !state.value.built)
      return Promise.reject(new Error('There is no run yet: the model is still being built.'));
    engine.lab.send(command);
    return new Promise((resolve, reject) =>
      waiting.push({ type, resolve: resolve as Waiting['resolve'], reject }),
    );
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
    give: () => ask({ type: 'give' }, 'given'),
    symbols: (paths) => ask({ type: 'symbols', paths }, 'symbols'),
    stop: () => stopListening(),
  };
}
