/**
 * Where the reader's choice lies between pages: small things in localStorage, their own picture in IndexedDB.
 *
 * Life of a picture: `savePicture` writes its raw pixels (at most 1 MB) over the one before and reads them back;
 * `loadPicture` fetches them on the next page; `forgetPicture` deletes them. Nothing else is ever stored here.
 */
import { raster } from '../../lib/images/raster.ts';
import { choiceKey } from './choice-key.ts';
import { parseChoice, type ReaderChoice } from './reader-choice.ts';
import { ownId, type ReaderImage } from './reader-image.ts';

const database = 'four-equations-reader';
const table = 'pictures';

export function loadChoice(): ReaderChoice {
  return parseChoice(read());
}

/** Without storage the choice lasts as long as the page. */
export function saveChoice(choice: ReaderChoice): void {
  try {
    localStorage.setItem(choiceKey, JSON.stringify(choice));
  } catch {
    // No storage, or none left.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(choiceKey);
  } catch {
    return null;
  }
}

/** Whether the picture is now on the device, to be found after a reload. */
export async function savePicture(image: ReaderImage): Promise<boolean> {
  try {
    await ask('readwrite', (pictures) => pictures.put(image, ownId));
    const kept = await loadPicture();
    return kept?.pixels.length === image.pixels.length;
  } catch {
    return false;
  }
}

/** The reader's own picture; null when there is none, or no storage. */
export async function loadPicture(): Promise<ReaderImage | null> {
  try {
    const kept = (await ask('readonly', (pictures) => pictures.get(ownId))) as
      ReaderImage | undefined;
    if (!kept) return null;
    return { ...kept, ...raster(kept.width, kept.height, kept.pixels) };
  } catch {
    return null;
  }
}

export async function forgetPicture(): Promise<void> {
  try {
    await ask('readwrite', (pictures) => pictures.delete(ownId));
  } catch {
    // No storage: nothing was kept.
  }
}

/** One request in a transaction of its own; resolves when the transaction is complete. */
async function ask(
  mode: IDBTransactionMode,
  request: (pictures: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const opened = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = opened.transaction(table, mode);
      const asked = request(transaction.objectStore(table));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
  } finally {
    opened.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(table);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('no storage'));
    opening.onblocked = () => reject(new Error('storage is blocked'));
  });
}
