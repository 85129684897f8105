/** In Node the engine opens the site's files from `public`. */
import { readFile } from 'node:fs/promises';
import { openFilesWith } from '../src/lib/engine/files.ts';

export function openPublicFiles(): void {
  openFilesWith(async (path) => Uint8Array.from(await readFile(`public/${path}`)));
}
