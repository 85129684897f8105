/**
 * Where the reader's own drawings lie: one IndexedDB table on the device, which pages and workers read alike.
 *
 * Life of a drawing: `add` writes its pixels and label (1 KB) under the next number; `relabel` changes the label, `remove`
 * and `clear` delete. Each change is told to everyone who watches, here and, over a BroadcastChannel, in other tabs and
 * in workers. Where the browser refuses storage, drawings stay in memory for as long as a page of the site is open.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { openChannel } from './channel.ts';
import { memoryTable } from './drawings-memory.ts';
import type { DrawingsTable } from './drawings-table.ts';
import { drawingShape, type Drawing, type DrawingCollection } from '../training/drawings.ts';

export interface DrawingsStore {
  /** Why the drawings will not be there after a reload, in a sentence; null when they will. */
  notKept: string | null;
  list(): Promise<DrawingCollection>;
  /** @throws RangeError when the label is empty or there are not S × S pixels; Error when there is no room. */
  add(label: string, pixels: Uint8Array): Promise<Drawing>;
  /** One that is not there any more is left alone. @throws as `add`. */
  relabel(id: number, label: string): Promise<void>;
  remove(id: number): Promise<void>;
  clear(): Promise<void>;
  /** Calls after every change, whoever made it; returns what ends that. */
  watch(listener: () => void): () => void;
  close(): void;
}

const database = 'four-equations-drawings';
const table = 'drawings';

interface Schema extends DBSchema {
  [table]: { key: number; value: Omit<Drawing, 'id'> & { id?: number } };
}

export async function openDrawingsStore(): Promise<DrawingsStore> {
  try {
    const rows = tableOf(await open());
    return storeOver(async () => rows, null);
  } catch {
    const notKept = 'This browser keeps no data for this page: drawings last until it is closed.';
    return storeOver(memoryTable, notKept);
  }
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(database, 1, {
    upgrade: (opened) => void opened.createObjectStore(table, { keyPath: 'id', autoIncrement: true }), // prettier-ignore
    // A later version of the page wants to change the table: this one lets go.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

function tableOf(opened: IDBPDatabase<Schema>): DrawingsTable {
  return {
    all: async () => (await opened.getAll(table)) as Drawing[],
    add: (drawing) => opened.add(table, drawing),
    async change(id, label) {
      const { store, done } = opened.transaction(table, 'readwrite');
      const found = await store.get(id);
      if (found) await store.put({ ...found, label });
      await done;
    },
    remove: (id) => opened.delete(table, id),
    clear: () => opened.clear(table),
    close: () => opened.close(),
  };
}

/** `openTable` is given what to call when others have changed it. */
async function storeOver(
  openTable: (heard: () => void) => Promise<DrawingsTable>,
  notKept: string | null,
): Promise<DrawingsStore> {
  const channel = openChannel(database);
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  if (channel) channel.onmessage = tell;
  const rows = await openTable(tell);

  async function changed<Result>(change: Promise<Result>): Promise<Result> {
    const result = await change.catch((error: unknown) => {
      throw new Error('The drawings could not be changed: the browser would not store them.', {
        cause: error,
      });
    });
    tell();
    if (notKept === null) channel?.postMessage('changed');
    return result;
  }

  return {
    notKept,
    list: async () => ({ drawings: await rows.all() }),
    async add(label, pixels) {
      const drawing = { label: checkedLabel(label), pixels: checkedPixels(pixels) };
      return { ...drawing, id: await changed(rows.add(drawing)) };
    },
    relabel: async (id, label) => changed(rows.change(id, checkedLabel(label))),
    remove: (id) => changed(rows.remove(id)),
    clear: () => changed(rows.clear()),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
      channel?.close();
      rows.close();
    },
  };
}

/** Longer ones would not stand beside a picture. */
const longestLabel = 40;

function checkedLabel(label: string): string {
  const trimmed = label.trim();
  if (trimmed.length === 0 || trimmed.length > longestLabel)
    throw new RangeError(
      `drawing: a label of ${trimmed.length} characters, expected 1 to ${longestLabel}`,
    );
  return trimmed;
}

function checkedPixels(pixels: Uint8Array): Uint8Array<ArrayBuffer> {
  const area = drawingShape.imageSize ** 2 * drawingShape.inChannels;
  if (pixels.length !== area)
    throw new RangeError(`drawing: ${pixels.length} pixels, expected ${area}`);
  return Uint8Array.from(pixels);
}
