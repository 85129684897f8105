/**
 * A Vite plugin: what of others' code reaches a reader, with its licences, as `licences.txt` beside the site's pages.
 *
 * Workers are bundled apart from the pages, and before them: their plugin only notes what they hold.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export interface ShippedPackage {
  name: string;
  version: string;
  /** As its `package.json` names it, by SPDX. */
  licence: string;
}

/** What reaches a reader past Vite: styles and fonts of formulas, the service worker, the search. */
const pastVite = [
  'katex',
  'pagefind',
  'workbox-core',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
].map((name) => join('node_modules', name));

const folders = new Set(pastVite);

export function shippedPackages(of: 'pages' | 'workers'): Plugin {
  return {
    name: `shipped-packages-of-${of}`,
    generateBundle(_, bundle) {
      if (this.environment.name !== 'client') return;
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') chunk.moduleIds.forEach(note);
      if (of === 'pages')
        this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licences() });
    },
  };
}

function note(module: string): void {
  const [folder] = module.match(/^[^\0].*\/node_modules\/(@[^/]+\/)?[^/]+(?=\/)/) ?? [];
  if (folder) folders.add(folder);
}

/** Every package under a line of its own, with the text of its licence. */
function licences(): string {
  const texts = [...folders].map((folder) => `${heading(packageIn(folder))}\n\n${text(folder)}`);
  return `${introduction}\n\n${[...new Set(texts)].sort().join('\n\n')}\n`;
}

const introduction = 'What this site is built with, and under which licences.';

function packageIn(folder: string): ShippedPackage {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as { name: string; version: string; license: string };
  return { name, version, licence: license };
}

function text(folder: string): string {
  const file = readdirSync(folder, { withFileTypes: true }).find(
    (one) => one.isFile() && /^(licen[cs]e|copying)/i.test(one.name),
  );
  return file
    ? readFileSync(join(folder, file.name), 'utf8').trim()
    : '(The package brings no text of it.)';
}

const heading = ({ name, version, licence }: ShippedPackage) =>
  `=== ${name} ${version}, ${licence}`;

/** The packages that a written `licences.txt` names. */
export function packagesOf(written: string): ShippedPackage[] {
  const lines = written.matchAll(/^=== (\S+) (\S+), (.+)$/gm);
  return [...lines].map(([, name, version, licence]) => ({ name: name!, version: version!, licence: licence! })); // prettier-ignore
}
