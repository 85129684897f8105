/** The book's single sources, as components ask for them. */
import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import { renderTex, type TexSymbol } from './tex.ts';

/** All symbols, with their ids. */
export async function bookSymbols(): Promise<TexSymbol[]> {
  return (await getCollection('symbols')).map(({ id, data }) => ({ id, ...data }));
}

/** One formula in the book's macros, as HTML. */
export async function bookTex(tex: string): Promise<string> {
  return renderTex(tex, await bookSymbols());
}

/** The chapters in order, with their addresses. */
export async function bookChapters() {
  const chapters = await getCollection('chapters');
  return chapters
    .map(({ id, data }) => ({
      ...data,
      id,
      slug: slugOf(id),
      /** The lab trains on its own pictures; every other chapter shows the reader's. */
      usesPicture: data.number <= 10,
      /** Whether its widgets run a trained model. */
      usesWeights: data.number >= 4 && data.number <= 10,
    }))
    .sort((a, b) => a.number - b.number);
}

export type BookChapter = Awaited<ReturnType<typeof bookChapters>>[number];

/** `02-patch-embedding` is served as `patch-embedding`. */
export function slugOf(id: string): string {
  return id.replace(/^\d+-/, '');
}

type Keyed = 'symbols' | 'equations' | 'references';

/** An entry that must exist: a mistyped key stops the build with its name. */
export async function known<Name extends Keyed>(
  collection: Name,
  id: string,
): Promise<CollectionEntry<Name>['data']> {
  const entry = (await getEntry(collection as Keyed, id)) as CollectionEntry<Name> | undefined;
  if (!entry) throw new Error(`content/${collection}.yaml has no entry “${id}”`);
  return entry.data;
}
