/** What a search has found: pages, and on each the places where the words stand. */

export interface Place {
  /** Its heading; the page's own title where the words stand above the first heading. */
  title: string;
  url: string;
  /** The words in their sentence, each in `<mark>`; other signs are escaped. */
  excerpt: string;
}

/** A page with its best places, in the order in which they stand on it. */
export interface FoundPage {
  title: string;
  places: Place[];
}

/** The places with the highest scores, at most `count`, in their own order. */
export function bestPlaces<Scored extends { score: number }>(
  places: readonly Scored[],
  count: number,
): Scored[] {
  const best = [...places].sort((a, b) => b.score - a.score).slice(0, count);
  return places.filter((place) => best.includes(place));
}

/** How much was found, in words; nothing while nothing is asked. */
export function countOf(words: string, pages: readonly FoundPage[]): string {
  if (words === '') return '';
  const places = pages.reduce((sum, page) => sum + page.places.length, 0);
  if (places === 0) return `Nothing in the book says “${words}”.`;
  return `${counted(places, 'place')} in ${counted(pages.length, 'chapter')}.`;
}

const counted = (count: number, noun: string): string =>
  count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
