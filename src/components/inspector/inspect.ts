/**
 * The inspector of a page's symbols: what is pointed at is shown, what is chosen is shown and marked wherever it stands.
 *
 * A numbered equation shows its symbols below itself; for a symbol in a sentence, in code or in a figure the inspector
 * floats beside it. By keyboard each equation is one tab stop (a list box that lies over it): arrow keys move between its
 * symbols. Symbols in sentences are no tab stops, for a chapter has a hundred of them: those that no equation has are
 * reached from the first equation, after its own.
 */
import type { BookEntry } from './book-symbol.ts';
import { createKeys } from './keys.ts';
import { loadBook } from './load-book.ts';
import { mark } from './marks.ts';
import { openValues } from './open-values.ts';
import {
  closeFloating,
  hungInspector,
  isOnFloating,
  openingOf,
  showFailure,
  showSymbol,
} from './panels.ts';
import { placeAt, type Place } from './places.ts';

/** Milliseconds until a resting pointer shows a symbol of an equation, of the text, and until one that left hides it. */
const rest = { hung: 60, floating: 250 };

export function createInspector(): (event: Event) => void {
  let chosen: Place | null = null;
  let timer = 0;
  const keys = createKeys(choose);

  async function show(place: Place): Promise<void> {
    try {
      const book = await loadBook();
      const entry = book.get(place.id);
      if (!entry) return;
      openValues(book);
      showSymbol(place, entry);
    } catch (error) {
      showFailure(place, (error as Error).message);
    }
  }

  function point(place: Place | null): void {
    clearTimeout(timer);
    const patience = place && hungInspector(place.anchor) ? rest.hung : rest.floating;
    timer = window.setTimeout(() => (place ? void show(place) : leave()), patience);
  }

  /** The pointer has gone: back to what was chosen, if anything was. */
  function leave(): void {
    if (!chosen || hungInspector(chosen.anchor)) closeFloating();
    if (chosen) void show(chosen);
  }

  async function choose(place: Place): Promise<void> {
    clearTimeout(timer);
    chosen?.element.classList.remove('here');
    chosen = place;
    place.element.classList.add('here');
    if (hungInspector(place.anchor)) closeFloating();
    await show(place);
    if (chosen === place) mark(family(await loadBook(), place.id));
  }

  function close(): void {
    clearTimeout(timer);
    chosen?.element.classList.remove('here');
    const opening = chosen && openingOf(chosen.anchor);
    chosen = null;
    keys.clear();
    mark([]);
    closeFloating();
    if (opening) void show(opening);
  }

  function clicked({ target }: Event): void {
    const place = placeAt(target);
    if (place && getSelection()?.isCollapsed !== false) {
      if (!keys.follow(place)) void choose(place);
    } else if (!isOnFloating(target)) {
      if (chosen && !hungInspector(chosen.anchor)) close();
      else closeFloating();
    }
  }

  function pointed({ pointerType, target }: PointerEvent): void {
    if (pointerType === 'touch') return;
    if ((target as Element).closest?.('.insp')) clearTimeout(timer);
    else point(placeAt(target));
  }

  for (const hung of document.querySelectorAll('.eqs > .insp')) void show(openingOf(hung)!);

  return (event) => {
    if (event.type === 'click') clicked(event);
    else if (event.type === 'pointerover') pointed(event as PointerEvent);
    else if (event.type === 'focusin') keys.focused(event);
    else if ((event as KeyboardEvent).key === 'Escape') close();
    else keys.pressed(event as KeyboardEvent);
  };
}

/** The symbol with all its other forms. */
function family(book: ReadonlyMap<string, BookEntry>, id: string): string[] {
  const root = (one: string) => book.get(one)?.kin ?? one;
  return [...book.keys()].filter((one) => root(one) === root(id));
}
