/** Trains in a worker while the page measures its frames. */
import { openers, type Contestant } from './contestant.ts';
import type { WorkerTask } from './page.ts';
import { fetchWeights } from './weights.ts';

let contestant: Contestant | null = null;

self.onmessage = async ({ data: { name, settings, ms } }: MessageEvent<WorkerTask>) => {
  contestant ??= await (await openers[name]())(settings, await fetchWeights());
  const end = performance.now() + ms;
  do await (await contestant.step()).read();
  while (performance.now() < end);
  self.postMessage('done');
};
