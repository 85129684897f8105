/** The mark in the sizes that devices ask for when the book is installed. */
import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { mark } from '../../cards/mark.ts';
import { colour } from '../../cards/tokens.ts';
import { icons, type Icon } from '../../components/layout/icons.ts';

export const getStaticPaths = (() =>
  icons.map((icon) => ({
    params: { name: icon.name },
    props: { ...icon },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Icon> = async ({ props: { side, part } }) => {
  const svg = Buffer.from(mark({ side, part, paper: colour('paper') }));
  const png = await sharp(svg).png({ palette: true }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
