/** Imports point one way: reads every file of `src` and fails on an arrow that points back or on a circle. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = 'src';

/** The floors, lowest first: a file may import from its own floor or from a lower one. */
const floors: [folder: string, floor: number][] = [
  ['lib/tensors', 0],
  ['lib/stages', 1],
  ['lib/model', 2],
  ['lib/training', 3],
  ['lib/io', 3],
  ['lib/parity', 3],
  ['lib/accelerated', 4],
  ['lib/engine', 5],
  ['lib/figures', 0],
  ['lib/images', 0],
  ['components/controls', 1],
  ['components/figures', 1],
  ['components/widgets', 6],
  ['pages', 8],
];

const aside = [
  'lib/figures',
  'lib/images',
  'components/controls',
  'components/figures',
  'components/reader',
];
const maths = /^lib\/(tensors|stages|model|training|io|parity|accelerated)\//;

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|tsx|astro|mdx)$/.test(path) && !path.endsWith('.d.ts'));

const imports = files.flatMap(importsOf);

/** The imports of a file; own files as paths under `src`, packages by their names. */
function importsOf(file: string): Import[] {
  const text = withoutComments(readFileSync(join(root, file), 'utf8'));
  const statement = /(?:import|export)\s+(type\s)?[^'";]*?from\s*['"]([^'"]+)['"]/g;
  const bare = /import\s*\(?\s*['"]([^'"]+)['"]/g;
  const urls = /new URL\(\s*['"](\.[^'"]+\.ts)['"]/g;
  return [
    ...[...text.matchAll(statement)].map(([, type, to]) => ({ to, typeOnly: type !== undefined })),
    ...[...text.matchAll(bare), ...text.matchAll(urls)].map(([, to]) => ({ to, typeOnly: false })),
  ].map(({ to, typeOnly }) => ({ from: file, to: resolved(file, to), typeOnly }));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** The code without what stands in quotation marks; of a template only what it computes is left. */
function withoutTexts(code: string): string {
  const computed = (template: string) => [...template.matchAll(/\$\{([^}]*)\}/g)].map(([, part]) => part).join('; '); // prettier-ignore
  return code.replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, (text) =>
    text.startsWith('`') ? withoutTexts(computed(text)) : '',
  );
}

function resolved(from: string, to: string): string {
  return to.startsWith('.') ? normalize(join(dirname(from), to)).replaceAll('\\', '/') : to;
}

function floorOf(path: string): number | undefined {
  return floors.find(([folder]) => path.startsWith(`${folder}/`))?.[1];
}

/** A circle of imports that run, as the list of its files, or undefined. */
function circle(): string[] | undefined {
  const running = imports.filter(({ typeOnly, to }) => !typeOnly && files.includes(to));
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const { to } of running.filter(({ from }) => from === file)) {
      const found = visit(to, [...path, file]);
      if (found) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of files) {
    const found = visit(file, []);
    if (found) return found;
  }
  return undefined;
}

const arrows = ({ from, to }: Import) => `${from} → ${to}`;

describe('imports', () => {
  test('are found', () => {
    expect(imports.map(arrows)).toContain('lib/model/vit.ts → lib/stages/encoder-block.ts');
    expect(imports.map(arrows)).toContain('lib/stages/dense.ts → @tensorflow/tfjs-core');
  });

  test('of the library point down', () => {
    const back = imports.filter(({ from, to }) => {
      const [high, low] = [floorOf(from), floorOf(to)];
      return high !== undefined && low !== undefined && low > high;
    });
    expect(back.map(arrows)).toEqual([]);
  });

  test('of training reach nothing of io, except for types; documents in io may read settings', () => {
    const across = imports.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly && from.startsWith('lib/training/') && to.startsWith('lib/io/'),
    );
    expect(across.map(arrows)).toEqual([]);
  });

  test('make no circle', () => {
    expect(circle()).toBeUndefined();
  });

  test('of the library reach no component, page or framework', () => {
    const forbidden = /^(components|pages)\/|^(astro|preact|@astrojs|@preact)\b|^astro:/;
    const found = imports.filter(({ from, to }) => from.startsWith('lib/') && forbidden.test(to));
    expect(found.map(arrows)).toEqual([]);
  });

  test('of figures, images, controls and the reader’s state reach no TensorFlow.js, by any way', () => {
    const reaches = (file: string, seen: Set<string>): boolean =>
      imports
        .filter(({ from, typeOnly }) => from === file && !typeOnly)
        .some(({ to }) => {
          if (to.startsWith('@tensorflow/')) return true;
          if (seen.has(to)) return false;
          return reaches(to, seen.add(to));
        });
    const found = files.filter(
      (file) => aside.some((folder) => file.startsWith(`${folder}/`)) && reaches(file, new Set()),
    );
    expect(found).toEqual([]);
  });

  test('carry the file’s extension', () => {
    const bare = imports.filter(
      ({ to }) => /^(lib|components|pages)\//.test(to) && !/\.\w+(\?\w+)?$/.test(to),
    );
    expect(bare.map(arrows)).toEqual([]);
  });
});

describe('the maths', () => {
  test('touches no DOM, worker or storage', () => {
    const dom = /\b(document|window|navigator|localStorage|indexedDB|self|postMessage)\s*[.([]/;
    const found = files.filter(
      (file) =>
        maths.test(file) &&
        dom.test(withoutTexts(withoutComments(readFileSync(join(root, file), 'utf8')))),
    );
    expect(found).toEqual([]);
    expect(dom.test(withoutTexts("'self.a'; `${document.title}`"))).toBe(true);
    expect(dom.test(withoutTexts('\'self.a\'; `document.title`; "window.x"'))).toBe(false);
  });

  test('disposes of nothing and reads nothing back in a stage', () => {
    const scope = /\b(dispose|tidy|keep|dataSync|arraySync|array|data)\s*\(/;
    const found = files.filter(
      (file) =>
        /^lib\/stages\/.*\.ts$/.test(file) &&
        scope.test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    );
    expect(found).toEqual([]);
  });

  test('uses no chained operations: each is imported by name', () => {
    const chained = /chained_ops|public\//;
    expect(
      imports.filter(({ to }) => to.startsWith('@tensorflow/') && chained.test(to)).map(arrows),
    ).toEqual([]);
  });

  test('keeps its stages short: 140 lines', () => {
    const stages = files.filter((file) => /^lib\/stages\/.*\.ts$/.test(file));
    const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n');
    expect(stages.filter((file) => lines(file).length > 141)).toEqual([]);
  });

  test('keeps what a chapter shows to 80 columns', () => {
    const chapters = readdirSync('content/chapters').map((name) =>
      readFileSync(join('content/chapters', name), 'utf8'),
    );
    const shown = chapters.flatMap((text) =>
      [...text.matchAll(/<CodeCell[^>]*?file="([^"]+)"/g)].map(([, file]) => `src/lib/${file}`),
    );
    expect(shown).toContain('src/lib/training/loss.ts');
    const stages = files.filter((file) => file.startsWith('lib/stages/'));
    const wide = [...shown, ...stages.map((file) => join(root, file))].flatMap(
      (path) =>
      readFileSync(path, 'utf8').split('\n').filter((line) => line.length > 80), // prettier-ignore
    );
    expect(wide).toEqual([]);
  });
});
