/** Where symbols stand on a page. */

/** One appearance of a symbol. */
export interface Place {
  id: string;
  /** Which one, of a symbol that stands for one of many. */
  index: string | null;
  element: Element;
}

const controls = 'a, button, input, select, summary, label, [role="application"], .insp';

/** The appearance at which an event points; none inside a control, which has a use of its own. */
export function placeAt(target: EventTarget | null): Place | null {
  const element = (target as Element | null)?.closest?.('[data-symbol]');
  if (!element || (target as Element).closest(controls)) return null;
  return placeOf(element);
}

function placeOf(element: Element): Place {
  const { symbol, index = null } = (element as HTMLElement).dataset as {
    symbol: string;
    index?: string | null;
  };
  return { id: symbol, index, element };
}

/** The symbols of an equation from left to right; after those of the first one, what stands elsewhere on the page alone. */
export function placesFor(keys: Element): Place[] {
  const own = placesIn(keys.parentElement!, '.katex-html [data-symbol]');
  if (document.querySelector('.eq-keys') !== keys) return own;
  const inEquations = new Set(
    placesIn(document, '.eq .katex-html [data-symbol]').map(({ id }) => id),
  );
  const elsewhere = placesIn(document, 'main [data-symbol]').filter(
    ({ id }) => !inEquations.has(id),
  );
  const firsts = elsewhere.filter(({ id }, i) => elsewhere.findIndex((one) => one.id === id) === i);
  return [...own, ...firsts];
}

const placesIn = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].map(placeOf);
