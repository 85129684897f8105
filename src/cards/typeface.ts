/** Letters as paths, from the book's own faces: pictures made at build time then look the same on every machine. */
import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';

const files = {
  book: 'spectral',
  italic: 'spectral-italic',
  caps: 'spectral-sc',
  label: 'instrument',
  math: 'katex-main',
  mathBold: 'katex-bold',
  mathItalic: 'katex-math',
  mathDouble: 'katex-ams',
} as const;

export type Face = keyof typeof files;

type Font = Extract<ReturnType<typeof create>, { isCollection: false }>;

const opened = new Map<Face, Font>();

function font(face: Face): Font {
  let found = opened.get(face);
  if (!found) {
    const made = create(readFileSync(`src/styles/fonts/${files[face]}.woff2`));
    if (made.isCollection) throw new Error(`${files[face]}.woff2 is a collection of fonts`);
    found = made;
    opened.set(face, found);
  }
  return found;
}

/** A line of text at (x, y), its baseline's beginning. */
export interface Line {
  text: string;
  face: Face;
  /** Size of the type, pixels. */
  size: number;
  x: number;
  y: number;
  fill: string;
  /** Between letters, ems. */
  tracking?: number;
}

/** @throws Error when the face lacks a character, with its name. */
function glyphs(text: string, face: Face) {
  return [...text].map((character) => {
    const code = character.codePointAt(0)!;
    if (!font(face).hasGlyphForCodePoint(code))
      throw new Error(`${files[face]}.woff2 has no “${character}”`);
    return font(face).glyphForCodePoint(code);
  });
}

/** Width of a text, pixels. */
export function widthOf(text: string, face: Face, size: number, tracking = 0): number {
  const letters = glyphs(text, face);
  const units = letters.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
  return size * (units / font(face).unitsPerEm + letters.length * tracking);
}

/** The line as an SVG path. */
export function drawn({ text, face, size, x, y, fill, tracking = 0 }: Line): string {
  const scale = size / font(face).unitsPerEm;
  let across = 0;
  const letters = glyphs(text, face).map((glyph) => {
    const place = `translate(${across})`;
    across += glyph.advanceWidth + tracking * font(face).unitsPerEm;
    const path = glyph.path.toSVG();
    return path && `<path transform="${place}" d="${path}"/>`;
  });
  return `<g transform="translate(${round(x)} ${round(y)}) scale(${scale} ${-scale})" fill="${fill}">${letters.join('')}</g>`;
}

/** Words in as few lines of at most this width as will do, about equally long; pixels. */
export function balanced(text: string, face: Face, size: number, width: number): string[] {
  let lines = broken(text, face, size, width);
  for (let narrower = width - size; ; narrower -= size) {
    const tried = broken(text, face, size, narrower);
    if (tried.length > lines.length || narrower < width / 2) return lines;
    lines = tried;
  }
}

function broken(text: string, face: Face, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, face, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const round = (value: number): number => Math.round(value * 100) / 100;
