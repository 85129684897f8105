/** Every widget with the place in the book that it comes from: the pages under /embed/. */
import { readFileSync } from 'node:fs';
import { getCollection, render } from 'astro:content';
import { chapterHref, href } from '../layout/links.ts';
import { bookChapters } from '../prose/book.ts';
import { widgetPlaces } from './places.ts';
import { bookWidgets, widgetNamed, type BookWidget } from './widgets.ts';

export interface Embed extends BookWidget {
  /** "5, Many heads: What the heads look at". */
  place: string;
  /** Address of that place. */
  placeHref: string;
  /** Whether the widget runs a trained model, and so asks which. */
  usesWeights: boolean;
}

type Place = Pick<Embed, 'place' | 'placeHref' | 'usesWeights'>;

let places: Promise<Map<string, Place>> | undefined;

/** @throws Error where the widget stands on no page. */
export async function embedNamed(name: string): Promise<Embed> {
  places ??= placesInChapters().then((list) => new Map([...placesAtHome(), ...list]));
  const place = (await places).get(name);
  if (!place) throw new Error(`the widget “${name}” stands on no page`);
  return { ...widgetNamed(name), ...place };
}

async function placesInChapters(): Promise<[string, Place][]> {
  const entries = new Map((await getCollection('chapters')).map((entry) => [entry.id, entry]));
  const places: [string, Place][] = [];
  for (const { id, slug, number, title, usesWeights } of await bookChapters()) {
    const entry = entries.get(id)!;
    const sections = (await render(entry)).headings.filter(({ depth }) => depth === 2);
    for (const { widget, headings } of widgetPlaces(entry.body ?? '')) {
      const section = sections[headings - 1];
      const place = `${number}, ${title}${section ? `: ${section.text}` : ''}`;
      const placeHref = chapterHref(slug) + (section ? `#${section.slug}` : '');
      places.push([widget, { place, placeHref, usesWeights }]);
    }
  }
  return places;
}

/** The home page gives the heading over a widget the widget's name. */
function placesAtHome(): [string, Place][] {
  const home = readFileSync('src/pages/index.astro', 'utf8');
  return bookWidgets()
    .filter(({ name }) => home.includes(`id="${name}"`))
    .map(({ name }) => [
      name,
      { place: 'the first page', placeHref: href(`/#${name}`), usesWeights: true },
    ]);
}
