/** What a device needs to know to install the book. Addresses are relative to this file's own. */
import type { APIRoute } from 'astro';
import { colour } from '../cards/tokens.ts';
import { icons } from '../components/layout/icons.ts';

const png = icons.map(({ name, side, maskable }) => ({
  src: `icons/${name}.png`,
  sizes: `${side}x${side}`,
  type: 'image/png',
  purpose: maskable ? 'maskable' : 'any',
}));

export const GET: APIRoute = () =>
  Response.json(
    {
      name: 'Four Equations: the Vision Transformer, worked',
      short_name: 'Four Equations',
      description:
        'The Vision Transformer in four equations: an interactive book with live tensors, and a tiny ViT that trains in the page.',
      lang: 'en-GB',
      start_url: '.',
      scope: '.',
      id: '.',
      display: 'standalone',
      background_color: colour('paper'),
      theme_color: colour('paper'),
      icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }, ...png],
    },
    { headers: { 'content-type': 'application/manifest+json' } },
  );
