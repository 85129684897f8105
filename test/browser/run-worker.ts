/** A second place that saves runs and holds their locks: the worker of `runs.test.ts`. */
import { openRuns } from '../../src/lib/engine/runs/open-runs.ts';
import { lockRun, type RunLock } from '../../src/lib/engine/runs/run-lock.ts';
import { savedRun } from '../saved-runs.ts';

let lock: RunLock | null = null;

const answers = {
  lock: async (id: string) => {
    lock = await lockRun(id);
    return lock !== null;
  },
  release: async () => lock?.release(),
  save: async (id: string) => (await openRuns()).store.save(savedRun(7, { id })),
};

self.onmessage = async ({ data }: MessageEvent<[keyof typeof answers, string]>) => {
  const [ask, id] = data;
  self.postMessage(await answers[ask](id));
};
