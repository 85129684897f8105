/**
 * The inspector of a page's symbols: what is pointed at is shown, what is chosen is shown and marked wherever it stands.
 *
 * A numbered equation shows its symbols below itself; for a symbol in a sentence, in code or in a figure the inspector
 * floats beside it. By keyboard each equation is one tab stop (a list box that lies over it): arrow keys move between its
 * symbols. Symbols in sentences are no tab stops, for a chapter has a hundred of them: those that no equation has are
 * reached from the first equation, after its own.
 */
import { loadBook } from './load-book.ts';
import { mark } from './marks.ts';
import { createKeys } from './keys.ts';
import { hungInspector, showFloating, closeFloating, isOnFloating, renderIn } from './panels.ts';
import { placeAt, type Place } from './places.ts';
import { openValues } from './open-values.ts';
import type { BookSymbol } from './book-symbol.ts';

/** Milliseconds until a resting pointer opens or closes what floats. */
const rest = 250;

export function createInspector(): (event: Event) => void {
  let chosen: Place | null = null;
  let timer = 0;
  const book = loadBook();
  const keys = createKeys({ choose, close, book });

  async function show(place: Place): Promise<void> {
    const symbol = (await book).get(place.id);
    if (!symbol) return;
    openValues([...(await book).values()]);
    const hung = hungInspector(place.element);
    if (hung) renderIn(hung, symbol, place.index);
    else showFloating(place, symbol);
  }

  function point(place: Place | null): void {
    clearTimeout(timer);
    if (place && hungInspector(place.element)) return void show(place);
    timer = window.setTimeout(() => (place ? void show(place) : leave()), rest);
  }

  /** The pointer has gone: back to what was chosen, if anything was. */
  function leave(): void {
    if (chosen) void show(chosen);
    if (!chosen || hungInspector(chosen.element)) closeFloating();
  }

  async function choose(place: Place): Promise<void> {
    clearTimeout(timer);
    chosen?.element.classList.remove('here');
    chosen = place;
    place.element.classList.add('here');
    if (hungInspector(place.element)) closeFloating();
    const symbols = await book;
    mark(family(symbols, place.id));
    await show(place);
  }

  function close(): void {
    clearTimeout(timer);
    chosen?.element.classList.remove('here');
    chosen = null;
    mark([]);
    closeFloating();
  }

  function clicked(event: Event): void {
    const place = placeAt(event.target);
    if (place && getSelection()?.isCollapsed !== false) {
      if (!keys.follow(place)) void choose(place);
    } else if (!isOnFloating(event.target)) {
      if (chosen && !hungInspector(chosen.element)) close();
      else closeFloating();
    }
  }

  function pointed(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const target = event.target as Element;
    if (target.closest?.('.insp')) return clearTimeout(timer);
    point(placeAt(target));
  }

  return (event) => {
    if (event.type === 'click') clicked(event);
    else if (event.type === 'pointerover') pointed(event as PointerEvent);
    else if (event.type === 'focusin') keys.focused(event);
    else if ((event as KeyboardEvent).key === 'Escape') close();
    else keys.pressed(event as KeyboardEvent);
  };
}

/** The symbol with all its other forms. */
function family(book: Map<string, BookSymbol>, id: string): string[] {
  const root = (one: string) => book.get(one)?.kin ?? one;
  return [...book.keys()].filter((one) => root(one) === root(id));
}
