/** Asks for the values of the page's symbols when an inspector first opens. */
import type { BookSymbol } from './book-symbol.ts';
import { prepare, type PageModel } from './provide.ts';
import { chosenBlock, symbolPath } from './trace-map.ts';

let opened = false;

/** The page says on its `main` which model its figures are about. */
export function openValues(book: readonly BookSymbol[]): void {
  if (opened) return;
  opened = true;
  const model = document.querySelector<HTMLElement>('[data-values]')?.dataset.values;
  const paths = new Set(book.map(({ value }) => symbolPath(value, chosenBlock)));
  prepare((model ?? 'tiny') as PageModel, [...paths]).run();
}
