/**
 * The engine's own side of the protocol: the same code runs in the worker and, where that is impossible, in the page.
 *
 * Computations run one at a time; of those waiting, only the newest of each widget is kept.
 */
import { contextLost, onContextLost, startBackend } from './backend.ts';
import { computations } from './computations/index.ts';
import { installFaults } from './faults/strike.ts';
import { fetchedFrom, openFilesWith } from './files.ts';
import { createLab } from './lab.ts';
import { openDrawingsStore } from './drawings-store.ts';
import type { DatasetLoader } from './load-dataset.ts';
import { openData } from './open-data.ts';
import { checkContext, ContextLostError } from './read.ts';
import { newRunId, lockRun } from './runs/run-lock.ts';
import { openRuns } from './runs/open-runs.ts';
import type { DrawingCollection } from '../training/drawings.ts';
import type { DataName } from '../training/data-sets.ts';
import type { LabCommand } from './lab-protocol.ts';
import type { FromEngine, ToEngine } from './protocol.ts';

type Post = (message: FromEngine) => void;
type ComputeMessage = Extract<ToEngine, { type: 'compute' }>;

export function createHost(post: Post): (message: ToEngine) => void {
  const compute = createComputeQueue(post);
  let lab: ((command: LabCommand) => void) | null = null;

  async function start(message: Extract<ToEngine, { type: 'start' }>): Promise<void> {
    try {
      if (import.meta.env.FAULTS) installFaults(message.faults ?? []);
      const backend = await startBackend(message.backends);
      openFilesWith(fetchedFrom(message.baseUrl));
      const services = { backend, openData: opener(message.baseUrl), openRuns, lockRun, newRunId };
      lab = createLab((event) => post({ type: 'lab', event }), services);
      post({ type: 'started', backend });
      onContextLost(() => post(contextGone()));
    } catch (error) {
      post({ type: 'startFailed', reason: describe(error) });
    }
  }

  return (message) => {
    if (message.type === 'start') void start(message);
    else if (message.type === 'compute') compute(message);
    else lab?.(message.command);
  };
}

/** Each set is opened once; the reader's drawings anew for each run, for they may have changed. */
function opener(baseUrl: string): (data: DataName) => Promise<DatasetLoader> {
  const kept = new Map<DataName, Promise<DatasetLoader>>();
  return (data) => {
    const loader = kept.get(data) ?? openData(data, baseUrl, readDrawings);
    if (data !== 'drawings') kept.set(data, loader);
    loader.catch(() => kept.delete(data));
    return loader;
  };
}

async function readDrawings(): Promise<DrawingCollection> {
  const store = await openDrawingsStore();
  try {
    return await store.list();
  } finally {
    store.close();
  }
}

function createComputeQueue(post: Post): (message: ComputeMessage) => void {
  const waiting = new Map<string, ComputeMessage>();
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    for (const [widget, message] of waiting) {
      waiting.delete(widget);
      await answer(message, post);
    }
    busy = false;
    if (waiting.size > 0) void work();
  }

  return (message) => {
    const older = waiting.get(message.widget);
    if (older) post({ type: 'superseded', id: older.id });
    waiting.set(message.widget, message);
    if (!busy) void work();
  };
}

async function answer({ id, name, request }: ComputeMessage, post: Post): Promise<void> {
  try {
    const run = (await computations[name].load()) as (request: unknown) => Promise<unknown>;
    const started = performance.now();
    const result = await run(request);
    checkContext();
    post({ type: 'computed', id, result, milliseconds: performance.now() - started });
  } catch (error) {
    post(contextLost() ? contextGone() : { type: 'computeFailed', id, reason: describe(error) });
  }
}

const contextGone = (): FromEngine => ({ type: 'lost', reason: new ContextLostError().message });

export function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
