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
}

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

/** Splits code into tokens whose texts join to the very same code. `hueOf` maps names to symbol hues. */
export function highlight(code: string, language: Language, hueOf: Map<string, Hue>): Token[] {
  const pattern = new RegExp(`(${comments[language]})|(${strings})|(${name})`, 'g');
  const words = new Set(keywords[language]);
  const tokens: Token[] = [];
  let end = 0;
  for (const match of code.matchAll(pattern)) {
    if (match.index > end) tokens.push({ text: code.slice(end, match.index), kind: '' });
    const [text, comment, , identifier] = match;
    tokens.push({ text, kind: kindOf(comment, identifier, words, hueOf) });
    end = match.index + text.length;
  }
  if (end < code.length) tokens.push({ text: code.slice(end), kind: '' });
  return merged(tokens);
}

function kindOf(
  comment: string | undefined,
  identifier: string | undefined,
  words: Set<string>,
  hueOf: Map<string, Hue>,
): Token['kind'] {
  if (comment) return 'c';
  if (!identifier) return '';
  if (words.has(identifier)) return 'kw';
  return hueOf.get(identifier) ?? '';
}

/** Neighbours of one kind become one token: fewer spans on the page. */
function merged(tokens: Token[]): Token[] {
  return tokens.reduce<Token[]>((all, token) => {
    const last = all.at(-1);
    if (last && last.kind === token.kind) last.text += token.text;
    else all.push({ ...token });
    return all;
  }, []);
}
