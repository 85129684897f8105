/** Asks for the values of the book's symbols when an inspector first opens. */
import type { BookEntry } from './book-symbol.ts';
import { provideValues, type PageModel } from './provide.ts';

/** The page says on its `main` which model its figures are about. */
export function openValues(book: ReadonlyMap<string, BookEntry>): void {
  const page = document.querySelector<HTMLElement>('main[data-values]');
  const values = [...book.values()].flatMap((entry) => (entry.letter ? [] : entry.value));
  if (page) provideValues(page.dataset.values as PageModel, values);
}
