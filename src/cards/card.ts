/** The picture that stands for a page where its link is shared: 1200 × 630, the page's title over its equations. */
import type { TexSymbol } from '../components/prose/tex.ts';
import { cardSize } from '../components/layout/social.ts';
import { formula } from './formula.ts';
import { patches } from './mark.ts';
import { colour } from './tokens.ts';
import { balanced, drawn, widthOf } from './typeface.ts';

export interface Card {
  /** Above the rule, in small capitals: lower-case letters. */
  over: string;
  title: string;
  /** A sentence under the title. */
  promise: string;
  /** Of a chapter. */
  number?: number;
  /** Formulas of the book, one a line. */
  equations: string[];
}

const margin = 80;
const inside = cardSize.width - 2 * margin;
/** Where a chapter's title begins, to the right of its number. */
const indent = 120;
const tracking = -0.02;

/** The card as SVG; text is drawn as paths. */
export function card(
  { over, title, promise, number, equations }: Card,
  symbols: TexSymbol[],
): string {
  const { width, height } = cardSize;
  const x = margin + (number === undefined ? 0 : indent);
  const room = cardSize.width - margin - x;
  const size = Math.min(92, room / widthOf(title, 'book', 1, tracking));
  const large = { face: 'book', size, y: 216, tracking } as const;
  const small = { face: 'book', size: 31, x, fill: colour('ink-2') } as const;
  const parts = [
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    ...head(over),
    drawn({ ...large, text: String(number ?? ''), x: margin, fill: colour('ink-3') }),
    drawn({ ...large, text: title, x, fill: colour('ink') }),
    ...balanced(promise, 'book', small.size, room).map((text, i) =>
      drawn({ ...small, text, y: 284 + i * 43 }),
    ),
    ...lines(equations, symbols),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
}

/** The mark and some words over a rule. */
function head(words: string): string[] {
  const place = { x: margin + 58, y: 86 };
  return [
    patches(56, margin - 7, 46),
    drawn({ text: words, face: 'caps', size: 34, fill: colour('ink'), ...place }),
    `<rect x="${margin}" y="118" width="${inside}" height="1.5" fill="${colour('rule')}"/>`,
  ];
}

/** The equations that a chapter's summary names in its first sentence: `Equations 2 and 3, L times.` */
export function equationsOf(summary: string): string[] {
  const named = summary.match(/equations? ((?:\d|, | and | to )+)/i)?.[1] ?? '';
  const [from, to] = named.split(' to ').map((part) => Number.parseInt(part));
  if (to) return Array.from({ length: to - from! + 1 }, (_, i) => String(from! + i));
  return named.match(/\d/g) ?? [];
}

/** The formulas in the lower half, all in one size that the longest allows. */
function lines(equations: string[], symbols: TexSymbol[]): string[] {
  const longest = Math.max(...equations.map((tex) => formula(tex, symbols, 0, 0, 1).width));
  const em = Math.min(equations.length > 2 ? 34 : 52, inside / longest);
  const step = em * 1.7;
  const first = 484 - ((equations.length - 1) * step) / 2;
  return equations.map((tex, i) => formula(tex, symbols, margin, first + i * step, em).svg);
}
