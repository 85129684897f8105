/** The runs of this device as the page knows them: read when they change, changed by the reader. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { onRunsChanged } from '../../../lib/engine/runs/changes.ts';
import type { OpenRuns } from '../../../lib/engine/runs/open-runs.ts';
import { withdrawOwnModel } from '../../reader/own-model.ts';
import { lockRun } from '../../../lib/engine/runs/run-lock.ts';
import type { RunList, RunChange } from '../../../lib/engine/runs/run-list.ts';
import type { SavedRun } from '../../../lib/io/run-document.ts';

export interface RunsStore {
  list: ReadonlySignal<RunList>;
  /** What went wrong last, in a sentence; null when nothing. */
  problem: ReadonlySignal<string | null>;
  /** Follows the runs until `stop`. */
  start(): void;
  stop(): void;
  change(id: string, change: RunChange): void;
  remove(id: string): void;
  /** A run with its weights. @throws Error in a sentence. */
  load(id: string): Promise<SavedRun>;
}

/** The device's storage, fetched when it is first wanted. */
const device = () => import('../../../lib/engine/runs/open-runs.ts');

const none: RunList = { runs: [], damaged: [] };

export function createRunsStore(): RunsStore {
  const list = signal(none);
  const problem = signal<string | null>(null);
  const opened = () => (store ??= device().then(({ openRuns }) => openRuns()));
  let store: Promise<OpenRuns> | null = null;
  let stopListening = () => {};
  let reading = false;
  let again = false;

  /** One reading at a time; what changes meanwhile is read once more. */
  async function read(): Promise<void> {
    again = reading;
    if (reading) return;
    reading = true;
    await attempt(async () => void (list.value = await (await opened()).store.list()));
    reading = false;
    if (again) void read();
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      problem.value = (await opened()).warning;
    } catch (error) {
      problem.value = (error as Error).message;
    }
  }

  /** A run that another tab trains would be written again at its next save. */
  async function removeUnlocked(id: string): Promise<void> {
    const lock = await lockRun(id);
    if (!lock)
      throw new Error(
        'This run is being trained in another tab: close that tab before deleting it.',
      );
    try {
      await (await opened()).store.remove(id);
      withdrawOwnModel(id);
    } finally {
      lock.release();
    }
  }

  return {
    list,
    problem,
    start() {
      stopListening = onRunsChanged(() => void read());
      void read();
    },
    stop: () => stopListening(),
    change(id, change) {
      void attempt(async () => {
        const { store } = await opened();
        if (change.pinned) void (await device()).askToKeepRuns(); // the reader cares: ask the browser not to clear it
        await store.update(id, change);
      });
    },
    remove: (id) => void attempt(() => removeUnlocked(id)),
    load: async (id) => (await (await opened()).store.load(id)).run,
  };
}
