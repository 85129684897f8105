/** The inspectors' data: all symbols, fetched once. */
import { href } from '../layout/links.ts';
import type { BookSymbol } from './book-symbol.ts';

/** By their ids, in the order of the book. @throws Error when the file does not arrive. */
export async function loadBook(): Promise<Map<string, BookSymbol>> {
  const response = await fetch(href('/symbols.json'));
  if (!response.ok) throw new Error(`the symbols did not arrive (${response.status})`);
  const symbols = (await response.json()) as BookSymbol[];
  return new Map(symbols.map((symbol) => [symbol.id, symbol]));
}
