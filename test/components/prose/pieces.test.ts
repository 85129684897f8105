import { expect, test } from 'vitest';
import { highlight } from '../../../src/components/prose/highlight.ts';
import { piecesMarkup, piecesOf } from '../../../src/components/prose/pieces.ts';

const names = new Map([['keys', { id: 'k', hue: 'key' as const }]]);
const code = 'const a = 1;\nconst keys = a < 2;\n\nreturn keys;';
const pieces = (anchors: [number, string][]) =>
  piecesOf(highlight(code, 'typescript', names), new Map(anchors));

test('lines with an address stand alone, and all pieces are the code', () => {
  for (const at of [
    [],
    [[1, 'code-a-2']],
    [
      [0, 'x'],
      [3, 'y'],
    ],
    [
      [1, 'x'],
      [2, 'y'],
    ],
  ] as const) {
    const found = pieces(at as unknown as [number, string][]);
    const text = found.flatMap(({ tokens }) => tokens.map((token) => token.text)).join('');
    expect(text).toBe(code);
  }
  const line = pieces([[1, 'code-a-2']]).find(({ anchor }) => anchor === 'code-a-2')!;
  expect(line.tokens.map(({ text }) => text).join('')).toBe('const keys = a < 2;');
});

test('the markup names symbols and escapes the rest', () => {
  expect(piecesMarkup(pieces([[1, 'code-a-2']]))).toContain(
    '<span class="line" id="code-a-2"><span class="kw">const</span> <span class="key" data-symbol="k">keys</span> = a &#60; 2;</span>\n',
  );
});
