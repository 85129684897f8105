import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { card, equationsOf } from '../../../src/cards/card.ts';
import { formula } from '../../../src/cards/formula.ts';
import { mark, themedMark } from '../../../src/cards/mark.ts';
import { colour } from '../../../src/cards/tokens.ts';
import { balanced, drawn, widthOf } from '../../../src/cards/typeface.ts';
import { bookSymbols } from '../../../scripts/book-symbols.ts';

const symbols = bookSymbols();
const equations = parse(readFileSync('content/equations.yaml', 'utf8')) as Record<
  string,
  { tex: string }
>;
/** Where each letter begins, and how large it is: `translate(x y) scale(s -s)` of a thousandth of an em. */
const letters = (svg: string) =>
  [...svg.matchAll(/<g transform="translate\(([\d.-]+) ([\d.-]+)\) scale\(([\d.]+)/g)].map(
    ([, x, y, scale]) => ({ x: Number(x), y: Number(y), em: Number(scale) * 1000 }),
  );

describe('a formula', () => {
  test('stands letter by letter from left to right, in its em', () => {
    const { svg, width } = formula('a+b', symbols, 10, 100, 40);
    const [a, plus, b] = letters(svg);
    expect([a!.x, a!.y, a!.em]).toEqual([10, 100, 40]);
    // KaTeX sets 4/18 em on either side of a plus.
    expect(plus!.x - a!.x).toBeCloseTo(widthOf('a', 'mathItalic', 40) + (4 / 18) * 40, 1);
    expect(b!.x).toBeGreaterThan(plus!.x);
    expect(width).toBeCloseTo(b!.x + widthOf('b', 'mathItalic', 40) - 10, 1);
  });

  test('raises and lowers, smaller', () => {
    const [base, below, above] = letters(formula('x_p^2', symbols, 0, 0, 100).svg);
    expect(below!.y).toBeGreaterThan(base!.y);
    expect(above!.y).toBeLessThan(base!.y);
    expect([below!.em, above!.em]).toEqual([70, 70]);
    expect(below!.x).toBeCloseTo(above!.x, 0);
  });

  test('sets words as wide as their letters, and draws symbols in their hues', () => {
    const { svg } = formula('\\MSA(\\E)', symbols, 0, 0, 100);
    const [word, bracket] = letters(svg);
    expect(bracket!.x - word!.x).toBeGreaterThanOrEqual(widthOf('MSA', 'math', 100) - 0.1);
    expect(svg).toContain(`fill="${colour('proj')}"`);
  });

  test.each(['1', '2', '3', '4'])('of equation %s has a glyph for every letter', (id) => {
    expect(formula(equations[id]!.tex, symbols, 0, 0, 36).width).toBeGreaterThan(100);
  });
});

test.each([
  ['Before equation 1. Takes an image, asks how many tokens it should become.', ['1']],
  ['Equation 2, the first half: MSA, one head of it. Takes N + 1 tokens, gives N + 1.', ['2']],
  ['The LN of equations 2, 3 and 4. Takes tokens, gives tokens of one size.', ['2', '3', '4']],
  ['Equations 2 and 3, L times. Takes N + 1 tokens, gives N + 1 tokens.', ['2', '3']],
  ['Equations 1 to 4, put together. Takes pictures, gives names.', ['1', '2', '3', '4']],
])('%s: %j', (summary, named) => {
  expect(equationsOf(summary)).toEqual(named);
});

test('a long title is set smaller, so that it ends before the margin', () => {
  const title = 'The class token and positions, and a good deal more';
  const svg = card(
    { over: 'four equations', title, promise: 'x', number: 3, equations: ['a'] },
    symbols,
  );
  const line = letters(svg).find(({ x, y }) => x === 200 && y === 216)!;
  expect(line.x + widthOf(title, 'book', line.em, -0.02)).toBeLessThanOrEqual(1120.5);
});

test('a sentence is broken into lines of about one length', () => {
  const text = 'one two three four five six seven';
  const lines = balanced(text, 'book', 30, 400);
  expect(lines.join(' ')).toBe(text);
  const widths = lines.map((line) => widthOf(line, 'book', 30));
  expect(Math.max(...widths)).toBeLessThanOrEqual(400);
  expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) / 2);
});

test('a letter that no face has is an error with its name', () => {
  const line = { text: 'Ж', face: 'book', size: 10, x: 0, y: 0, fill: '#000' } as const;
  expect(() => drawn(line)).toThrow('spectral.woff2 has no “Ж”');
});

test('the mark is four patches in four hues, and stays inside what a device may cut away', () => {
  const svg = mark({ side: 512, part: 0.7 });
  const corners = [...svg.matchAll(/x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)]
    .map((found) => found.slice(1).map(Number))
    .flatMap(([x, y, w, h]) => [
      [x!, y!],
      [x! + w!, y! + h!],
    ]);
  expect(corners).toHaveLength(8);
  for (const [x, y] of corners) expect(Math.hypot(x! - 256, y! - 256)).toBeLessThan(0.4 * 512);
  expect(new Set(svg.match(/fill="#\w+"/g)).size).toBe(4);
});

test('in the dark the mark takes the dark theme’s hues', () => {
  expect(themedMark(32)).toContain(`.patch{fill:${colour('patch', 'dark')}}`);
  expect(colour('patch', 'dark')).not.toBe(colour('patch'));
});
