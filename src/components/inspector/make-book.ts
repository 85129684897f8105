/** Makes the inspectors' data from `symbols.yaml` and the files of `src/lib`, when the site is built. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { lineAnchor, statementAt, symbolLine, type CodePlace } from '../prose/code-line.ts';
import { highlight, type NamedSymbol } from '../prose/highlight.ts';
import { librarySource } from '../prose/library.ts';
import { letters } from '../../lib/tensors/letters.ts';
import type { BookLetter, BookSymbol, CodeLine } from './book-symbol.ts';

/** All symbols in the order of the file. @throws Error when a symbol's line is not found. */
export async function bookSymbols(): Promise<BookSymbol[]> {
  const entries = await getCollection('symbols');
  return Promise.all(entries.map((entry) => bookSymbol(entry)));
}

/** The letters of shapes. */
export function bookLetters(): BookLetter[] {
  return Object.entries(letters).map(([id, meaning]) => ({ id, letter: true, meaning }));
}

async function bookSymbol({ id, data }: CollectionEntry<'symbols'>): Promise<BookSymbol> {
  const { name, say, hue, shape, meaning, kin, value, picture } = data;
  const lines = await Promise.all(data.code.map(codeLine));
  return { id, name, say, hue, shape, meaning, ...(kin && { kin }), value, picture, lines };
}

async function codeLine(place: CodePlace): Promise<CodeLine> {
  const source = await librarySource(place.file);
  if (source === undefined) throw new Error(`symbols.yaml: src/lib/${place.file} does not exist`);
  const line = symbolLine(place, source);
  const code = statementAt(source, line);
  return {
    file: `src/lib/${place.file}`,
    line,
    anchor: lineAnchor(place.file, line),
    tokens: highlight(code, 'typescript', await namesIn(place.file)),
  };
}

/** What the names in a file of `src/lib` stand for. */
export async function namesIn(file: string): Promise<Map<string, NamedSymbol>> {
  const entries = await getCollection('symbols');
  return new Map(
    entries.flatMap(({ id, data }) =>
      data.code
        .filter((place) => place.file === file)
        .flatMap(({ names }) => names.map((name) => [name, { id, hue: data.hue }] as const)),
    ),
  );
}

/** The lines of a file that symbols point to. */
export async function symbolLinesIn(file: string): Promise<Set<number>> {
  const lines = (await bookSymbols()).flatMap((symbol) => symbol.lines);
  return new Set(lines.filter((one) => one.file === `src/lib/${file}`).map(({ line }) => line));
}
