/** The mark, in the hues of the reader's theme. */
import type { APIRoute } from 'astro';
import { themedMark } from '../cards/mark.ts';

export const GET: APIRoute = () =>
  new Response(themedMark(32), { headers: { 'content-type': 'image/svg+xml' } });
