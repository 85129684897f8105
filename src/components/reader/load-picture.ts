/** The pixels of a picture by its id: a bundled one, or the reader's own from the device. */
import { bundledImage } from './catalogue.ts';
import { ownId, type ReaderImage } from './reader-image.ts';
import { loadPicture } from './reader-storage.ts';

/** @throws RangeError for an id that is none; Error in a sentence when the pixels do not come. */
export async function pictureWithId(id: string): Promise<ReaderImage> {
  if (id === ownId) return ownPicture();
  const found = bundledImage(id);
  if (!found) throw new RangeError(`image: there is no picture called ${id}`);
  return (await import('./load-bundled.ts')).loadBundled(found);
}

async function ownPicture(): Promise<ReaderImage> {
  const kept = await loadPicture();
  if (!kept) throw new Error('it is no longer on this device.');
  return kept;
}
