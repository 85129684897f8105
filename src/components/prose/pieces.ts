/** Code in pieces: the lines that have an address, and what stands between them. */
import { escapeMarkup } from '../../lib/figures/markup.ts';
import { merged, tokenLines, type Token } from './highlight.ts';

export interface Piece {
  /** The line's id; null for the code between such lines. */
  anchor: string | null;
  tokens: Token[];
}

/** `anchors` gives the ids of lines, counted from 0; the texts of all pieces join to the very same code. */
export function piecesOf(tokens: readonly Token[], anchors: ReadonlyMap<number, string>): Piece[] {
  const pieces: Piece[] = [{ anchor: null, tokens: [] }];
  const add = (...more: Token[]) => {
    if (pieces.at(-1)!.anchor !== null) pieces.push({ anchor: null, tokens: [] });
    pieces.at(-1)!.tokens.push(...more);
  };
  for (const [i, line] of tokenLines(tokens).entries()) {
    if (i > 0) add({ text: '\n', kind: '' });
    const anchor = anchors.get(i);
    if (anchor) pieces.push({ anchor, tokens: line });
    else add(...line);
  }
  return pieces
    .filter(({ tokens: some }) => some.length > 0)
    .map(({ anchor, tokens: some }) => ({ anchor, tokens: merged(some) }));
}

/** The pieces as HTML: spans of ink, those of symbols with `data-symbol`. */
export function piecesMarkup(pieces: readonly Piece[]): string {
  return pieces
    .map(({ anchor, tokens }) => {
      const inked = tokens.map(tokenMarkup).join('');
      return anchor === null ? inked : `<span class="line" id="${anchor}">${inked}</span>`;
    })
    .join('');
}

function tokenMarkup({ text, kind, symbol }: Token): string {
  const escaped = escapeMarkup(text);
  if (kind === '') return escaped;
  const names = symbol ? ` data-symbol="${symbol}"` : '';
  return `<span class="${kind}"${names}>${escaped}</span>`;
}
