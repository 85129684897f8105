/**
 * Runs in memory, the same in the page, its worker and other tabs: for browsers that keep nothing.
 *
 * Each has a copy and tells the others what it does; one that comes later asks them for theirs. So the table of the page
 * lists what the worker trains, and a fresh worker goes on with what the page still has.
 */
import type { SavedRun } from '../../io/run-document.ts';
import { openChannel } from '../channel.ts';
import { tellRunsChanged } from './changes.ts';
import { memoryRunStore } from './memory-store.ts';
import type { RunChange } from './run-list.ts';
import type { RunStore } from './store.ts';

type Told =
  | { type: 'joined' }
  | { type: 'saved'; runs: SavedRun[] }
  | { type: 'changed'; id: string; change: RunChange }
  | { type: 'removed'; id: string };

const channelName = 'four-equations-runs-in-memory';

/** Milliseconds in which the others may answer one that joins. */
const patience = 250;

/** A copy of its own where the browser gives no channels. */
export async function mirroredRunStore(): Promise<RunStore> {
  const store = memoryRunStore();
  const channel = openChannel(channelName);
  if (!channel) return store;
  const tell = (told: Told) => channel.postMessage(told);
  let heard = () => {};

  async function hear(told: Told): Promise<void> {
    if (told.type === 'joined') return answer();
    if (told.type === 'saved') await take(told.runs);
    else if (told.type === 'removed') await store.remove(told.id);
    else await store.update(told.id, told.change).catch(() => undefined); // a run that this copy never had
    heard();
  }

  /** Those that are newer than this copy's. */
  async function take(runs: readonly SavedRun[]): Promise<void> {
    const own = new Map((await store.list()).runs.map(({ id, saved }) => [id, saved]));
    const newer = runs.filter(({ summary }) => summary.saved > (own.get(summary.id) ?? -1));
    for (const run of newer) await store.save(run);
  }

  async function answer(): Promise<void> {
    const { runs } = await store.list();
    const whole = await Promise.all(runs.map(async ({ id }) => (await store.load(id)).run));
    if (whole.length > 0) tell({ type: 'saved', runs: whole });
  }

  channel.onmessage = async ({ data }: MessageEvent<Told>) => {
    await hear(data);
    idsOf(data).forEach(tellRunsChanged);
  };
  const answered = new Promise<void>((resolve) => {
    heard = resolve;
    setTimeout(resolve, patience);
  });
  tell({ type: 'joined' });
  await answered;
  return {
    ...store,
    async save(run) {
      await store.save(run);
      tell({ type: 'saved', runs: [run] });
    },
    async update(id, change) {
      await store.update(id, change);
      tell({ type: 'changed', id, change });
    },
    async remove(id) {
      await store.remove(id);
      tell({ type: 'removed', id });
    },
  };
}

function idsOf(told: Told): string[] {
  if (told.type === 'joined') return [];
  return told.type === 'saved' ? told.runs.map(({ summary }) => summary.id) : [told.id];
}
