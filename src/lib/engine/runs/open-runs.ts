/** The runs of this device where the browser keeps them, else in memory. */
import { tellRunsChanged } from './changes.ts';
import { mirroredRunStore } from './mirror-store.ts';
import { StorageError } from './storage-error.ts';
import { openRunStore, type RunStore } from './store.ts';

export interface OpenRuns {
  /** Tells `onRunsChanged` of whatever it saves, changes or removes. */
  store: RunStore;
  /** Why runs are not kept, in a sentence; null when they are. */
  warning: string | null;
}

export async function openRuns(): Promise<OpenRuns> {
  try {
    return { store: telling(await openRunStore()), warning: null };
  } catch (cause) {
    if (!(cause instanceof StorageError)) throw cause;
    const warning = `${cause.message} A run is kept only as long as this page is open: export it to keep it.`;
    return { store: telling(await mirroredRunStore()), warning };
  }
}

function telling(store: RunStore): RunStore {
  return {
    ...store,
    save: (run) => told(run.summary.id, store.save(run)),
    update: (id, change) => told(id, store.update(id, change)),
    remove: (id) => told(id, store.remove(id)),
  };
}

async function told(id: string, done: Promise<void>): Promise<void> {
  await done;
  tellRunsChanged(id);
}

/**
 * Asks the browser never to clear what this site stores by itself. Some ask the reader, so only after they pressed
 * something; on a page, not in a worker. False when it was refused or cannot be asked.
 */
export async function askToKeepRuns(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}
