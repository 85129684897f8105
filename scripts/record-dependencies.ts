/**
 * What of others' code the built site ships: `npm run build && npm run dependencies`.
 *
 * Writes content/dependencies.json, which /proof shows; test/e2e/publishing.spec.ts compares it with what was built.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { packagesOf } from './shipped-packages.ts';

const packages = packagesOf(readFileSync('dist/licences.txt', 'utf8'));
writeFileSync('content/dependencies.json', `${JSON.stringify(packages, null, 2)}\n`);
console.log(`${packages.length} packages`);
