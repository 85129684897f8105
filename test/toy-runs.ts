/** Where the lab keeps its runs in a test: a memory that lasts as long as the object. */
import type { RunServices } from '../src/lib/engine/lab-keeper.ts';
import type { SavedRun } from '../src/lib/io/run-document.ts';

export interface ToyRuns extends RunServices {
  /** Every state that was saved, the newest last. */
  saved: SavedRun[];
  /** Ids that some lab holds. */
  locked: Set<string>;
}

export function toyRuns(): ToyRuns {
  const saved: SavedRun[] = [];
  const locked = new Set<string>();
  let ids = 0;
  return {
    saved,
    locked,
    newRunId: () => `run-${++ids}`,
    async lockRun(id) {
      if (locked.has(id)) return null;
      locked.add(id);
      // A browser's lock is free a little after it was let go of.
      return { guarded: true, release: () => void setTimeout(() => locked.delete(id)) };
    },
    async openRuns() {
      const store = {
        list: async () => ({ runs: saved.map(({ summary }) => summary), damaged: [] }),
        save: async (run: SavedRun) => void saved.push(structuredClone(run)),
        async load(id: string) {
          const run = saved.findLast(({ summary }) => summary.id === id);
          if (!run) throw new Error(`no run ${id}`);
          return { run: structuredClone(run), note: null };
        },
        update: async () => undefined,
        remove: async () => undefined,
      };
      return { store, warning: null };
    },
  };
}
