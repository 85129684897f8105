/**
 * Lets the built site be read offline: writes its service worker.
 *
 *   npm run offline [-- FOLDER]
 */
import { writeServiceWorker } from './service-worker.ts';

const folder = process.argv[2] ?? 'dist';
const { files, bytes } = await writeServiceWorker(folder);
console.log(`${folder}/sw.js: ${files} files, ${(bytes / 1e6).toFixed(2)} MB kept for offline`);
