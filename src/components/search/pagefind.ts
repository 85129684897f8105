/**
 * Full-text search over the built site, by Pagefind's own script and index under /pagefind/, loaded when first asked.
 *
 * It runs in Pagefind's worker. A worker does not inherit the page's policy, so WebAssembly compiles there although the
 * page itself allows no `wasm-unsafe-eval`.
 */
import { href } from '../layout/links.ts';
import { bestPlaces, type Place, type FoundPage } from './places.ts';

interface PagefindResult {
  data(): Promise<{
    meta: { title: string };
    sub_results: (Place & { weighted_locations: { balanced_score: number }[] })[];
  }>;
}

interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  /** Null when a newer search has begun meanwhile. */
  debouncedSearch(
    words: string,
    options: object,
    milliseconds: number,
  ): Promise<{ results: PagefindResult[] } | null>;
}

/** Wait this long after a keystroke, in milliseconds. */
const pause = 120;
/** Words around a hit. */
const excerptLength = 22;
/** Places shown of one page. */
const placesOfPage = 4;

let loading: Promise<Pagefind> | undefined;

/** Fetches the search; a failure is not remembered, so that it can be tried again. */
export function loadSearch(): Promise<Pagefind> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Pagefind> {
  const address = href('/pagefind/pagefind.js');
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl: href('/'), excerptLength });
  await pagefind.init();
  return pagefind;
}

/** The pages that hold the words, best first; null when a newer search has begun meanwhile. */
export async function search(words: string): Promise<FoundPage[] | null> {
  const pagefind = await loadSearch();
  const found = await pagefind.debouncedSearch(words, {}, pause);
  if (!found) return null;
  const pages = await Promise.all(found.results.map((result) => result.data()));
  return pages.map(({ meta, sub_results }) => ({
    title: meta.title,
    places: bestPlaces(
      sub_results.map(({ weighted_locations, ...place }) => ({
        ...place,
        score: weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0),
      })),
      placesOfPage,
    ),
  }));
}
