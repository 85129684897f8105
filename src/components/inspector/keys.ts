/** The keyboard's way through equations: one list box each, an option for every symbol. */
import type { BookSymbol } from './book-symbol.ts';
import { placesFor, type Place } from './places.ts';
import { pageSizes } from './symbol-values.ts';
import { spoken } from './words.ts';
import { effect } from '@preact/signals';

interface KeysOptions {
  choose: (place: Place) => unknown;
  close: () => void;
  book: Promise<Map<string, BookSymbol>>;
}

interface Keys {
  focused(event: Event): void;
  pressed(event: KeyboardEvent): void;
  /** Moves the focus to the equation of a symbol and chooses it there; false where it stands in none. */
  follow(place: Place): boolean;
}

export function createKeys({ choose, book }: KeysOptions): Keys {
  const places = new WeakMap<Element, Place[]>();

  function placesOf(keys: Element): Place[] {
    const known = places.get(keys) ?? placesFor(keys);
    if (!places.has(keys)) {
      places.set(keys, known);
      void book.then((symbols) => nameOptions(keys, known, symbols));
    }
    return known;
  }

  function activate(keys: Element, index: number): void {
    const all = placesOf(keys);
    const at = Math.min(Math.max(index, 0), all.length - 1);
    keys.setAttribute('aria-activedescendant', optionId(keys, at));
    for (const [i, option] of [...keys.children].entries()) option.ariaSelected = String(i === at);
    void choose(all[at]!);
  }

  return {
    focused({ target }) {
      const keys = keysAt(target);
      if (keys && activeIndex(keys) < 0) activate(keys, 0);
      else if (keys) activate(keys, activeIndex(keys));
    },
    pressed(event) {
      const keys = keysAt(event.target);
      const move = keys && moves[event.key];
      if (!move) return;
      event.preventDefault();
      activate(keys, move(activeIndex(keys), placesOf(keys).length));
    },
    follow({ element }) {
      const keys = element
        .closest('.eq-lines, .unfold, .eq')
        ?.querySelector<HTMLElement>('.eq-keys');
      if (!keys) return false;
      keys.setAttribute(
        'aria-activedescendant',
        optionId(
          keys,
          placesOf(keys).findIndex((place) => place.element === element),
        ),
      );
      if (document.activeElement === keys) activate(keys, activeIndex(keys));
      else keys.focus({ preventScroll: true });
      return true;
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
  (target as Element | null)?.closest?.<HTMLElement>('.eq-keys') ?? null;

const optionId = (keys: Element, index: number) => `${keys.id}-${index}`;

function activeIndex(keys: Element): number {
  const active = keys.getAttribute('aria-activedescendant');
  return active ? Number(active.split('-').at(-1)) : -1;
}

/** An option for each symbol, whose name follows the page's shapes. */
function nameOptions(keys: Element, all: Place[], book: Map<string, BookSymbol>): void {
  const options = all.map((_, i) => {
    const option = document.createElement('div');
    option.role = 'option';
    option.id = optionId(keys, i);
    option.ariaSelected = String(i === activeIndex(keys));
    return option;
  });
  effect(() => {
    for (const [i, { id, index }] of all.entries())
      options[i]!.ariaLabel = spoken(book.get(id)!, pageSizes.value, index);
  });
  keys.replaceChildren(...options);
}
