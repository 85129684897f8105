/**
 * A formula as SVG paths: KaTeX sets it, and its tree of boxes is read for where each letter stands.
 *
 * It knows what the four equations are made of: letters, spaces, raised and lowered ones, the book's hues. A letter that no
 * face has, or a size that KaTeX does not have, is an error.
 */
import katex, { type KatexOptions } from 'katex';
import { texOptions, type TexSymbol } from '../components/prose/tex.ts';
import { hues } from '../components/prose/hues.ts';
import { colour } from './tokens.ts';
import { drawn, widthOf, type Face } from './typeface.ts';

/** A box of KaTeX's tree; a letter has a text. */
interface Box {
  classes: string[];
  style: Partial<Record<'top' | 'height' | 'marginLeft' | 'marginRight', string>>;
  children?: Box[];
  text?: string;
  /** Of a letter, ems. */
  width?: number;
  italic?: number;
}

/** Where the pen is: pixels, the size of an em, and what the letters look like. */
interface Pen {
  x: number;
  y: number;
  em: number;
  fill: string;
}

export interface Formula {
  svg: string;
  /** Pixels. */
  width: number;
}

/** KaTeX's boxes before they become markup: no part of its types, and it may change, but its version is pinned. */
const { __renderToDomTree: toBoxes } = katex as unknown as {
  __renderToDomTree(tex: string, options: KatexOptions): Box;
};

/** KaTeX's sizes 1 to 11, as parts of the sixth. */
const sizes = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

/** The formula with the beginning of its baseline at (x, y), its em so many pixels. */
export function formula(
  tex: string,
  symbols: TexSymbol[],
  x: number,
  y: number,
  em: number,
): Formula {
  const tree = toBoxes(tex, { ...texOptions(symbols), output: 'html' });
  const svg: string[] = [];
  const pen: Pen = { x, y, em, fill: colour('ink') };
  draw(tree, pen, svg);
  return { svg: svg.join(''), width: pen.x - x };
}

/** Draws a box and moves the pen to its end. */
function draw(box: Box, pen: Pen, svg: string[]): void {
  if (box.text !== undefined) return letter(box, pen, svg);
  const inner = { ...pen, fill: hueOf(box) ?? pen.fill, em: pen.em * scaleOf(box) };
  inner.x += ems(box.style.marginLeft) * inner.em;
  const children = box.children ?? [];
  if (box.classes.includes('vlist')) column(children, inner, svg);
  else if (box.classes.includes('vlist-t')) draw(children[0]!.children![0]!, inner, svg);
  else for (const child of children) draw(child, inner, svg);
  pen.x = inner.x + ems(box.style.marginRight) * inner.em;
}

/** Boxes above each other: each hangs from a strut, so far below the baseline. */
function column(rows: Box[], pen: Pen, svg: string[]): void {
  const ends = rows.map((row) => {
    const [strut, ...content] = row.children ?? [];
    const inner = { ...pen, y: pen.y + (ems(row.style.top) + ems(strut?.style.height)) * pen.em };
    inner.x += ems(row.style.marginLeft) * pen.em;
    for (const child of content) draw(child, inner, svg);
    return inner.x + ems(row.style.marginRight) * pen.em;
  });
  pen.x = Math.max(pen.x, ...ends);
}

function letter({ text, classes, width = 0, italic = 0 }: Box, pen: Pen, svg: string[]): void {
  const seen = text!.replace(/\u200b/g, '').trim();
  const face = faceOf(classes);
  const { x, y, em: size, fill } = pen;
  if (seen) svg.push(drawn({ text: seen, face, size, x, y, fill }));
  // Of several letters in one box KaTeX knows the first one's width only.
  pen.x += (seen.length > 1 ? widthOf(seen, face, size) : width * size) + italic * size;
}

function faceOf(classes: string[]): Face {
  if (classes.includes('mathbf')) return 'mathBold';
  if (classes.includes('mathnormal')) return 'mathItalic';
  return classes.includes('mathbb') || classes.includes('amsrm') ? 'mathDouble' : 'math';
}

function hueOf({ classes }: Box): string | undefined {
  const hue = hues.find((name) => classes.includes(name));
  return hue && colour(hue);
}

function scaleOf({ classes }: Box): number {
  const [from, to] = ['reset-size', 'size'].map((prefix) => {
    const found = classes.find((name) => new RegExp(`^${prefix}\\d+$`).test(name));
    return found ? Number(found.slice(prefix.length)) : 6;
  });
  return sizes[to! - 1]! / sizes[from! - 1]!;
}

const ems = (length: string | undefined): number => (length ? Number.parseFloat(length) : 0);
