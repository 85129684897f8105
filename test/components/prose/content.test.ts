/** The YAML files agree with each other and with the code that they point to. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { bookSymbols } from '../../../scripts/book-symbols.ts';
import { renderTex, type TexSymbol } from '../../../src/components/prose/tex.ts';

interface SymbolEntry extends Omit<TexSymbol, 'id'> {
  code: { file: string; names: string[] };
}
interface EquationEntry {
  tex: string;
  where: string[];
  flags: { at: string; chapters: number[] }[];
}

const read = <Entry>(name: string) =>
  Object.entries(parse(readFileSync(`content/${name}.yaml`, 'utf8')) as Record<string, Entry>);
const symbols = read<SymbolEntry>('symbols');
const equations = read<EquationEntry>('equations');
const texSymbols = bookSymbols();

test('no two symbols share a macro', () => {
  const macros = symbols.map(([, { macro }]) => macro);
  expect(new Set(macros).size).toBe(macros.length);
});

test.each(symbols)('the names of symbol %s stand in its file', (_, { code }) => {
  const path = `src/lib/${code.file}`;
  expect(existsSync(path), path).toBe(true);
  const source = readFileSync(path, 'utf8');
  for (const name of code.names) expect(source).toMatch(new RegExp(`\\b${name}\\b`));
});

test.each(equations)(
  'equation %s is right TeX, its labels hang from places that it marks',
  (_, entry) => {
    const html = renderTex(entry.tex, texSymbols);
    for (const condition of entry.where) renderTex(condition, texSymbols);
    for (const { at } of entry.flags) expect(html).toContain(`at-${at}"`);
  },
);

test('the map reaches all eleven chapters', () => {
  const reached = equations.flatMap(([, { flags }]) => flags.flatMap(({ chapters }) => chapters));
  expect([...new Set(reached)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});
