/** The YAML files agree with each other and with the code that they point to. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { bookSymbols } from '../../../scripts/book-symbols.ts';
import { symbolPath, withRank } from '../../../src/components/inspector/trace-map.ts';
import { symbolLine, type CodePlace } from '../../../src/components/prose/code-line.ts';
import { renderTex, type TexSymbol } from '../../../src/components/prose/tex.ts';
import { symbolValues } from '../../../src/lib/engine/computations/symbol-values.ts';
import { tilingOf, type PictureKind } from '../../../src/lib/figures/symbol-picture.ts';
import { tinyVit, type VitConfig } from '../../../src/lib/model/config.ts';
import { modelSizes } from '../../../src/lib/model/sizes.ts';
import { shapeOf } from '../../../src/lib/tensors/shape-expression.ts';

interface SymbolEntry extends Omit<TexSymbol, 'id'> {
  kin?: string;
  shape: (string | number)[];
  code: CodePlace[];
  value: string;
  picture: PictureKind;
}
interface EquationEntry {
  tex: string;
  where: string[];
  opens?: string;
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

test.each(symbols)('the names and the line of symbol %s stand in its files', (_, { code }) => {
  for (const place of code) {
    const path = `src/lib/${place.file}`;
    expect(existsSync(path), path).toBe(true);
    const source = readFileSync(path, 'utf8');
    for (const name of place.names) expect(source).toMatch(new RegExp(`\\b${name}\\b`));
    const line = source.split('\n')[symbolLine(place, source) - 1]!;
    expect(line).toContain(place.line ?? place.names[0]);
  }
});

test('no name stands for two symbols in one file', () => {
  const names = symbols.flatMap(([, { code }]) =>
    code.flatMap((place) => place.names.map((name) => `${place.file}: ${name}`)),
  );
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('a symbol that is a form of another, and one that an equation opens with, is in the book', () => {
  const ids = new Set(symbols.map(([id]) => id));
  const named = [
    ...symbols.flatMap(([, { kin }]) => kin ?? []),
    ...equations.flatMap(([, { opens }]) => opens ?? []),
  ];
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

const models: Record<string, VitConfig> = {
  'the photograph’s model': { ...tinyVit, imageSize: 48, patchSize: 16, inChannels: 3 },
  'the tiny model': tinyVit,
};

test.each(Object.entries(models))(
  'each symbol has its value in %s, of the shape that it says, and its picture draws it',
  async (_, config) => {
    await setBackend('cpu');
    const { imageSize: S, inChannels: C, patchSize, inChannels } = config;
    const paths = symbols.map(([, { value }]) => symbolPath(value, 0));
    const image = new Float32Array(S * S * C).fill(0.5);
    const found = await symbolValues({ image, config, seed: 1, paths: [...new Set(paths)] });
    for (const [id, { shape, value, picture }] of symbols) {
      const expected = shapeOf(shape.map(String), modelSizes(config));
      const { tensor } = withRank(found[symbolPath(value, 0)]!, shape.length, null);
      expect(tensor.shape, id).toEqual(expected);
      expect(tensor.values.length, id).toBe(expected.reduce((a, b) => a * b));
      expect(() => tilingOf(picture, tensor.shape, { patchSize, inChannels }), id).not.toThrow();
    }
  },
);

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
