import { expect, test } from 'vitest';
import { lineAnchor, statementAt, symbolLine } from '../../../src/components/prose/code-line.ts';

const source = `/** keys: made of the stream. */
import { split } from './split.ts';

// const keys = nothing
export function attention(x: number) {
  const { queries, mask } = split(x);
  const [keys, values] = split(x);
  const scores = queries * keys;
  return {
    scores,
    weights: scores,
  };
}
`;
const place = (names: string[], line?: string) => ({ file: 'stages/a.ts', names, line });

test.each([
  ['scores', 8],
  ['keys', 7],
  ['values', 7],
  ['queries', 6],
  ['attention', 5],
  ['weights', 11],
])('%s is declared on line %d, not in a comment', (name, line) => {
  expect(symbolLine(place([name]), source)).toBe(line);
});

test('a text of its own names the line', () => {
  expect(symbolLine(place([], 'queries * keys'), source)).toBe(8);
});

test('a line that is missing or not the only one stops the build', () => {
  expect(() => symbolLine(place([], 'split(x)'), source)).toThrow('stands on 2 lines');
  expect(() => symbolLine(place([], 'softmax'), source)).toThrow('stands on 0 lines');
  expect(() => symbolLine(place(['output']), source)).toThrow('no line declares “output”');
  expect(() => symbolLine(place([]), source)).toThrow('no name');
});

test('a statement of several lines is one line, as it would be written', () => {
  const code = [
    '  const products = matMul(',
    '    mul(queries, 1 / Math.sqrt(K)),',
    '    keys,',
    '    true,',
    '  ); // [B, H, T, T]',
    '  const last = f(x); // (open',
    '  call();',
    '    : dense(params, patches);',
    '  const scores = mask',
    '    ? add(products, mask)',
    '    : products;',
    '}',
  ].join('\n');
  expect(statementAt(code, 1)).toBe(
    'const products = matMul(mul(queries, 1 / Math.sqrt(K)), keys, true); // [B, H, T, T]',
  );
  expect(statementAt(code, 2)).toBe('mul(queries, 1 / Math.sqrt(K)),');
  expect(statementAt(code, 6)).toBe('const last = f(x); // (open');
  expect(statementAt(code, 8)).toBe(': dense(params, patches);');
  expect(statementAt(code, 9)).toBe('const scores = mask ? add(products, mask) : products;');
});

test('a line has an address', () => {
  expect(lineAnchor('stages/scaled-dot-product.ts', 52)).toBe('code-scaled-dot-product-52');
});
