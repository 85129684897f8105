/** The feed: a chapter an entry, with the day on which it first stood in the book. */
import type { APIRoute } from 'astro';
import rss from '@astrojs/rss';
import { chapterHref, href } from '../components/layout/links.ts';
import { siteName } from '../components/layout/social.ts';
import { bookChapters } from '../components/prose/book.ts';

export const GET: APIRoute = async ({ site }) =>
  rss({
    title: siteName,
    description:
      'The Vision Transformer in four equations: an interactive book, chapter by chapter.',
    site: new URL(href('/'), site),
    customData: '<language>en-GB</language>',
    items: (await bookChapters()).map(({ number, title, promise, slug, published }) => ({
      title: `${number} ${title}`,
      description: promise,
      link: chapterHref(slug),
      pubDate: published,
    })),
  });
