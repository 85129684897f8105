/** Pictures for shared links: one for each chapter, and one for every other page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { card, equationsOf, type Card } from '../../cards/card.ts';
import { bookChapters, bookSymbols, known } from '../../components/prose/book.ts';
import { homeCard } from '../../components/layout/social.ts';

interface Props {
  made: Card;
}

export const getStaticPaths = (async () => {
  const chapters = await bookChapters();
  const pages = await Promise.all(
    chapters.map(async ({ slug, number, title, promise, summary = '' }) => {
      const equations = await texOf(equationsOf(summary));
      return route(slug, { over: 'four equations', title, promise, number, equations });
    }),
  );
  const home: Card = {
    over: 'the vision transformer',
    title: 'Four Equations',
    promise: 'An interactive book with live tensors, and a tiny ViT that trains in the page.',
    equations: await texOf(['1', '2', '3', '4']),
  };
  return [...pages, route(homeCard, home)];
}) satisfies GetStaticPaths;

const route = (page: string, made: Card) => ({ params: { page }, props: { made } });

const texOf = (ids: string[]): Promise<string[]> =>
  Promise.all(ids.map(async (id) => (await known('equations', id)).tex));

export const GET: APIRoute<Props> = async ({ props }) => {
  const svg = Buffer.from(card(props.made, await bookSymbols()));
  const png = await sharp(svg).png({ palette: true, colours: 64 }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
