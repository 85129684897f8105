/** Where symbols stand on a page. */

/** One appearance of a symbol. */
export interface Place {
  id: string;
  /** Which one, of a symbol that stands for one of many. */
  index: string | null;
  element: Element;
  /** Beside what its inspector is shown: itself, or the equation from which the keyboard reached it. */
  anchor: Element;
}

const symbols = '[data-symbol], .dim';
const controls = 'a, button, input, select, summary, label, [role="application"], .insp';

/** The appearance at which an event points; none inside a control, which has a use of its own. */
export function placeAt(target: EventTarget | null): Place | null {
  const element = (target as Element | null)?.closest?.(symbols);
  if (!element || (target as Element).closest(controls)) return null;
  return placeOf(element);
}

/** A dimension's letter names itself. */
function placeOf(element: Element): Place {
  const { symbol, index = null } = (element as HTMLElement).dataset;
  const id = symbol ?? element.textContent!.trim();
  return { id, index, element, anchor: element };
}

/** The symbols of an equation from left to right; after those of the first one, what stands elsewhere on the page alone. */
export function placesFor(keys: Element): Place[] {
  const own = placesIn(keys.parentElement!, '.katex-html [data-symbol]');
  if (document.querySelector('.eq-keys') !== keys) return own;
  const seen = new Set(placesIn(document, '.eq .katex-html [data-symbol]').map(({ id }) => id));
  const elsewhere = placesIn(document, `main :is(${symbols})`).filter(({ id, element }) => {
    if (seen.has(id) || element.closest(controls)) return false;
    return seen.add(id);
  });
  return [...own, ...elsewhere.map((place) => ({ ...place, anchor: keys }))];
}

const placesIn = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].map(placeOf);
