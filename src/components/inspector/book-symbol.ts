/** What inspectors show: symbols and letters of the book, as plain data made when the site is built. */
import type { PictureKind } from '../../lib/figures/symbol-picture.ts';
import type { Token } from '../prose/highlight.ts';
import type { Hue } from '../prose/hues.ts';

export type BookEntry = BookSymbol | BookLetter;

/** A dimension: `N`, with what it counts. Its number is that of the page's model. */
export interface BookLetter {
  id: string;
  letter: true;
  /** "patches of an image, G²". */
  meaning: string;
  kin?: undefined;
}

export interface BookSymbol {
  id: string;
  letter?: undefined;
  name: string;
  /** How a screen reader says it. */
  say: string;
  hue: Hue;
  /** Sizes as expressions of the letters. */
  shape: string[];
  meaning: string;
  /** The symbol of which it is another form. */
  kin?: string;
  /** Where its numbers lie in a forward pass; * is the chosen block. */
  value: string;
  picture: PictureKind;
  /** The lines of code that compute it, the first one first. */
  lines: CodeLine[];
}

export interface CodeLine {
  /** Within the repository: `src/lib/stages/attention.ts`. */
  file: string;
  line: number;
  /** The id of that line in a code cell that shows it. */
  anchor: string;
  tokens: Token[];
}
