/** The inspectors' data: all symbols and letters, fetched once. */
import { href } from '../layout/links.ts';
import type { BookEntry } from './book-symbol.ts';

let book: Promise<ReadonlyMap<string, BookEntry>> | undefined;

/** By their ids, in the order of the book. @throws Error in a sentence when they do not arrive; the next call tries anew. */
export function loadBook(): Promise<ReadonlyMap<string, BookEntry>> {
  book ??= fetchBook().catch((error: Error) => {
    book = undefined;
    throw new Error(`The symbols did not arrive: ${error.message}. Point again to try once more.`);
  });
  return book;
}

async function fetchBook(): Promise<ReadonlyMap<string, BookEntry>> {
  const response = await fetch(href('/symbols.json'));
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const entries = (await response.json()) as BookEntry[];
  return new Map(entries.map((entry) => [entry.id, entry]));
}
