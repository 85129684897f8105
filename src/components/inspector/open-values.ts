/** Asks for the values of the book's symbols when an inspector first opens. */
import type { BookSymbol } from './book-symbol.ts';
import { provideValues, type PageModel } from './provide.ts';
import { chosenBlock, symbolPath } from './trace-map.ts';

/** The page says on its `main` which model its figures are about. */
export function openValues(book: readonly BookSymbol[]): void {
  const page = document.querySelector<HTMLElement>('main[data-values]');
  const paths = new Set(book.map(({ value }) => symbolPath(value, chosenBlock)));
  if (page) provideValues(page.dataset.values as PageModel, [...paths]);
}
