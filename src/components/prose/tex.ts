/**
 * TeX to HTML at build time, with the book's symbols as macros.
 *
 * A symbol's macro wraps it in a span of its hue that carries `data-symbol`, so that the same symbol can be found
 * wherever it stands, and `data-index` where it is one of many. `\at{place}{…}` marks a place in an equation for a leader label. Wrong TeX throws.
 */
import katex, { type KatexOptions } from 'katex';
import type { Hue } from './hues.ts';

export interface TexSymbol {
  id: string;
  tex: string;
  macro: string;
  hue: Hue;
}

/** One macro for each symbol, and `\at`. */
export function symbolMacros(symbols: TexSymbol[]): Record<string, string> {
  const entries = symbols.map(({ id, tex, macro, hue }) => [
    macro,
    `\\htmlClass{sym ${hue}}{\\htmlData{symbol=${id}${tex.includes('#1') ? ',index=#1' : ''}}{${tex}}}`,
  ]);
  return { ...Object.fromEntries(entries), '\\at': '\\htmlClass{at-#1}{#2}' };
}

const own = new Set(['\\htmlClass', '\\htmlData']);

/** KaTeX's options for the book: trusts its own two HTML commands, throws on everything that it would warn of. */
export function texOptions(symbols: TexSymbol[]): KatexOptions {
  return {
    macros: symbolMacros(symbols),
    output: 'htmlAndMathml',
    throwOnError: true,
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust({ command }) {
      if (own.has(command)) return true;
      throw new Error(`TeX: ${command} is not for this book`);
    },
  };
}

/** Keeps a formula and the comma after it on one line, where browsers would break between them. */
export const wordJoiner = '\u2060';

/** One formula as HTML (hidden from screen readers) and MathML (read by them). */
export function renderTex(tex: string, symbols: TexSymbol[], displayMode = false): string {
  return katex.renderToString(tex, { ...texOptions(symbols), displayMode });
}
