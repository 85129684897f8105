/**
 * Serves the built site as a static host should, to try what docs/deployment.md says.
 *
 *   npm run serve [-- FOLDER]        PORT and SITE_BASE are taken from the environment
 */
import { serveFolder } from './static-server.ts';

const base = `${(process.env.SITE_BASE ?? '').replace(/\/$/, '')}/`;
const { url } = await serveFolder(process.argv[2] ?? 'dist', {
  port: Number(process.env.PORT ?? 4400),
  base,
});
console.log(url);
