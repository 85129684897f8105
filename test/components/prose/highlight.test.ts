import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight, tokenLines } from '../../../src/components/prose/highlight.ts';

const names = new Map([['keys', { id: 'k', hue: 'key' as const }]]);
const kindOf = (code: string, text: string, language: 'typescript' | 'python' = 'typescript') =>
  highlight(code, language, names).find((token) => token.text.includes(text))?.kind;

test('the tokens are the code, character for character, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('typescript', 'python'),
      (code, language) => {
        const tokens = highlight(code, language as 'typescript' | 'python', names);
        expect(tokens.map(({ text }) => text).join('')).toBe(code);
      },
    ),
  );
});

test('a symbol has its hue and its id wherever its name stands as a word', () => {
  const code = 'const keys = split(x, params.keys); // [B, H, N, K]';
  expect(highlight(code, 'typescript', names)).toEqual([
    { text: 'const', kind: 'kw' },
    { text: ' ', kind: '' },
    { text: 'keys', kind: 'key', symbol: 'k' },
    { text: ' = split(x, params.', kind: '' },
    { text: 'keys', kind: 'key', symbol: 'k' },
    { text: '); ', kind: '' },
    { text: '// [B, H, N, K]', kind: 'c' },
  ]);
});

test('names inside comments, strings and longer names stay as they are', () => {
  expect(kindOf('/* the keys */', 'keys')).toBe('c');
  expect(kindOf("throw new Error('no keys');", 'no keys')).toBe('');
  expect(kindOf('const monkeys = 1;', 'monkeys')).toBe('');
});

test('an address in a string does not begin a comment', () => {
  expect(kindOf("const url = 'https://example.org'; f(url);", 'f(')).toBe('');
});

test('Python has its own comments and keywords', () => {
  expect(kindOf('def f(x):  # [B, N, D]', 'def', 'python')).toBe('kw');
  expect(kindOf('def f(x):  # [B, N, D]', '[B', 'python')).toBe('c');
  expect(kindOf('const = 1', 'const', 'python')).toBe('');
});

test('line by line the tokens are still the code', () => {
  const code = '/* the\n keys */\nconst keys = 1;\n\nf(keys);';
  const lines = tokenLines(highlight(code, 'typescript', names));
  expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(code);
  expect(lines[1]).toEqual([{ text: ' keys */', kind: 'c' }]);
});
