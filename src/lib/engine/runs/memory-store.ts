/** The same as the store on the device, as long as the page or worker lives: for browsers that keep nothing. */
import type { SavedRun } from '../../io/run-document.ts';
import { changedRun, sortedRuns } from './run-list.ts';
import { StorageError } from './storage-error.ts';
import type { RunStore } from './store.ts';

export function memoryRunStore(): RunStore {
  const runs = new Map<string, SavedRun>();
  const found = (id: string) => {
    const run = runs.get(id);
    if (!run) throw new StorageError('damaged', `Nothing of the run ${id} is stored here.`);
    return run;
  };
  return {
    async list() {
      const summaries = [...runs.values()].map(({ summary }) => structuredClone(summary));
      return { runs: sortedRuns(summaries), damaged: [] };
    },
    async save(run) {
      const { summary, state } = structuredClone(run);
      const { name, pinned } = runs.get(summary.id)?.summary ?? summary;
      runs.set(summary.id, { summary: { ...summary, name, pinned }, state });
    },
    load: async (id) => ({ run: structuredClone(found(id)), note: null }),
    async update(id, change) {
      const { summary, state } = found(id);
      runs.set(id, { summary: changedRun(summary, change), state });
    },
    async remove(id) {
      runs.delete(id);
    },
  };
}
