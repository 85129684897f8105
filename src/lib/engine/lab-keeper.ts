/** Keeps the run under way on this device: one write at a time, the newest state wins, and nothing ever stops training. */
import type { SavedRun } from '../io/run-document.ts';
import type { RunLock } from './runs/run-lock.ts';
import type { RunStore } from './runs/store.ts';

/** What the lab needs of the device's storage. */
export interface RunServices {
  openRuns(): Promise<{ store: RunStore; warning: string | null }>;
  /** The right to write a run; null when another tab has it. */
  lockRun(id: string): Promise<RunLock | null>;
  newRunId(): string;
}

export interface LabKeeper {
  /** What the reader should know of how runs are kept; null when all is well. */
  warning(): Promise<string | null>;
  /** An id and a name that no kept run has; the run is this tab's from now on. */
  begin(word: string): Promise<{ id: string; name: string }>;
  /** A kept run; it is this tab's from now on. @throws Error in a sentence when another tab trains it. */
  open(id: string): Promise<{ run: SavedRun; note: string | null }>;
  /** Keeps a run that came from elsewhere under an id of its own. */
  adopt(run: SavedRun): Promise<SavedRun>;
  /** Writes in the background; a state that is still waiting when a newer one comes is skipped. */
  save(run: SavedRun): void;
  /** Resolves when nothing waits to be written. */
  settled(): Promise<void>;
}

export interface KeeperEvents {
  /** `lasting`: it will be found when the page is opened again. */
  saved(saved: { step: number; at: number; lasting: boolean }): void;
  unsaved(reason: string): void;
}

export function createKeeper(services: RunServices, events: KeeperEvents): LabKeeper {
  const opened = services.openRuns();
  let lock: RunLock | null = null;
  let mine: string | null = null;
  let waiting: SavedRun | null = null;
  let writing: Promise<void> | null = null;

  async function claim(id: string): Promise<boolean> {
    if (lock && id === mine) return true; // one that is let go of takes a while to be free
    lock?.release();
    lock = await services.lockRun(id);
    mine = id;
    return lock !== null;
  }

  async function write(): Promise<void> {
    while (waiting) {
      const run = waiting;
      waiting = null;
      try {
        const { store, warning } = await opened;
        await store.save(run);
        const { step, saved } = run.summary;
        events.saved({ step, at: saved, lasting: warning === null });
      } catch (error) {
        events.unsaved(error instanceof Error ? error.message : String(error));
      }
    }
    writing = null;
  }

  return {
    warning: async () => (await opened).warning,

    async begin(word) {
      const id = services.newRunId();
      await claim(id);
      return { id, name: await freeName(word, (await opened).store) };
    },

    async open(id) {
      await writing; // perhaps of the same run
      const { store } = await opened;
      const found = await store.load(id);
      if (!(await claim(id)))
        throw new Error(
          `“${found.run.summary.name}” is being trained in another tab: duplicate it there, or close that tab.`,
        );
      return found;
    },

    async adopt({ summary, state }) {
      const id = services.newRunId();
      await claim(id);
      return { summary: { ...summary, id }, state };
    },

    save(run) {
      waiting = run;
      writing ??= write();
    },

    settled: async () => void (await writing),
  };
}

/** "garments 3": one more than the highest number that a run of the same word has. */
async function freeName(word: string, store: RunStore): Promise<string> {
  const { runs } = await store.list();
  const numbers = runs.map(({ name }) => name.match(new RegExp(`^${word} (\\d+)$`))?.[1]);
  return `${word} ${1 + Math.max(0, ...numbers.map(Number).filter(Number.isFinite))}`;
}
