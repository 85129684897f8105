/** The keyboard's way through equations: one list box each, an option for every symbol. */
import { effect } from '@preact/signals';
import type { BookEntry } from './book-symbol.ts';
import { loadBook } from './load-book.ts';
import { placesFor, type Place } from './places.ts';
import { pageSizes } from './symbol-values.ts';
import { spoken } from './words.ts';

interface Keys {
  focused(event: Event): void;
  pressed(event: KeyboardEvent): void;
  /** Moves the focus to the equation of a symbol and chooses it there; false where it stands in none. */
  follow(place: Place): boolean;
  /** Nothing is chosen any more. */
  clear(): void;
}

export function createKeys(choose: (place: Place) => unknown): Keys {
  const places = new WeakMap<Element, Place[]>();

  function placesOf(keys: Element): Place[] {
    const known = places.get(keys);
    if (known) return known;
    const found = placesFor(keys);
    places.set(keys, found);
    void loadBook().then(
      (book) => addOptions(keys, found, book),
      () => places.delete(keys),
    );
    return found;
  }

  function activate(keys: Element, index: number): void {
    const all = placesOf(keys);
    const at = Math.min(Math.max(index, 0), all.length - 1);
    keys.setAttribute('aria-activedescendant', optionId(keys, at));
    selectOption(keys);
    void choose(all[at]!);
  }

  return {
    focused({ target }) {
      const keys = keysAt(target);
      if (keys) activate(keys, activeIndex(keys));
    },
    pressed(event) {
      const keys = keysAt(event.target);
      const move = keys && moves[event.key];
      if (!move) return;
      event.preventDefault();
      activate(keys, move(activeIndex(keys), placesOf(keys).length));
    },
    follow({ element }) {
      const keys = element.closest(':has(> .eq-keys)')?.querySelector<HTMLElement>('.eq-keys');
      if (!keys) return false;
      const at = placesOf(keys).findIndex((place) => place.element === element);
      keys.setAttribute('aria-activedescendant', optionId(keys, at));
      if (document.activeElement === keys) activate(keys, at);
      else keys.focus({ preventScroll: true });
      return true;
    },
    clear() {
      for (const keys of document.querySelectorAll('.eq-keys')) {
        keys.removeAttribute('aria-activedescendant');
        selectOption(keys);
      }
    },
  };
}

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const keysAt = (target: EventTarget | null) =>
  (target as Element | null)?.closest?.('.eq-keys') ?? null;

const optionId = (keys: Element, index: number) => `${keys.id}-${index}`;

/** Where the keyboard stands; −1 where nothing is chosen. */
function activeIndex(keys: Element): number {
  const active = keys.getAttribute('aria-activedescendant');
  return active ? Number(active.split('-').at(-1)) : -1;
}

function selectOption(keys: Element): void {
  const at = activeIndex(keys);
  for (const [i, option] of [...keys.children].entries()) option.ariaSelected = String(i === at);
}

/** An option for each symbol, whose name follows the page's shapes. */
function addOptions(keys: Element, all: Place[], book: ReadonlyMap<string, BookEntry>): void {
  const options = all.map((_, i) => {
    const option = document.createElement('div');
    option.role = 'option';
    option.id = optionId(keys, i);
    return option;
  });
  effect(() => {
    const sizes = pageSizes.value;
    for (const [i, { id, index }] of all.entries()) {
      const entry = book.get(id);
      options[i]!.ariaLabel = entry ? spoken(entry, sizes, index) : id;
    }
  });
  keys.replaceChildren(...options);
  selectOption(keys);
}
