/**
 * Code in the book's four inks: comments, keywords, names of symbols in their hues, and everything else.
 *
 * A small lexer that knows TypeScript and Python just well enough for that.
 */
import type { Hue } from './hues.ts';

export type Language = 'typescript' | 'python';

/** A stretch of code; `kind` is `c` (comment), `kw` (keyword), a hue, or empty for plain ink. */
export interface Token {
  text: string;
  kind: 'c' | 'kw' | Hue | '';
  /** The id of the symbol that the name stands for. */
  symbol?: string;
}

/** What a name stands for. */
export interface NamedSymbol {
  id: string;
  hue: Hue;
}

type Names = ReadonlyMap<string, NamedSymbol>;

const keywords: Record<Language, string[]> = {
  typescript:
    'as async await break case const continue default do else export extends false for from function if import in interface let new null of return satisfies switch throw true try type typeof undefined while'.split(
      ' ',
    ),
  python:
    'and as assert class def del elif else False for from if import in is lambda None not or pass raise return self True while with yield'.split(
      ' ',
    ),
};

const strings = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/.source;
const comments: Record<Language, string> = {
  typescript: String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`,
  python: String.raw`"""[\s\S]*?"""|#[^\n]*`,
};
const name = String.raw`[A-Za-z_$][\w$]*`;

/** Splits code into tokens whose texts join to the very same code. `names` maps names to symbols. */
export function highlight(code: string, language: Language, names: Names): Token[] {
  const pattern = new RegExp(`(${comments[language]})|(${strings})|(${name})`, 'g');
  const words = new Set(keywords[language]);
  const tokens: Token[] = [];
  let end = 0;
  for (const match of code.matchAll(pattern)) {
    if (match.index > end) tokens.push({ text: code.slice(end, match.index), kind: '' });
    const [text, comment, , identifier] = match;
    tokens.push({ text, ...inkOf(comment, identifier, words, names) });
    end = match.index + text.length;
  }
  if (end < code.length) tokens.push({ text: code.slice(end), kind: '' });
  return merged(tokens);
}

function inkOf(
  comment: string | undefined,
  identifier: string | undefined,
  words: Set<string>,
  names: Names,
): Omit<Token, 'text'> {
  if (comment) return { kind: 'c' };
  if (!identifier) return { kind: '' };
  if (words.has(identifier)) return { kind: 'kw' };
  const symbol = names.get(identifier);
  return symbol ? { kind: symbol.hue, symbol: symbol.id } : { kind: '' };
}

/** The same tokens line by line, without the line breaks. */
export function tokenLines(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of tokens)
    for (const [i, text] of token.text.split('\n').entries()) {
      if (i > 0) lines.push([]);
      if (text) lines.at(-1)!.push({ ...token, text });
    }
  return lines;
}

/** Neighbours of one kind become one token: fewer spans on the page. */
export function merged(tokens: readonly Token[]): Token[] {
  return tokens.reduce<Token[]>((all, token) => {
    const last = all.at(-1);
    if (last && last.kind === token.kind && last.symbol === token.symbol) last.text += token.text;
    else all.push({ ...token });
    return all;
  }, []);
}
