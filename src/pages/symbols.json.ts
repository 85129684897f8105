/** The inspectors' data, fetched when a reader first points at a symbol. */
import type { APIRoute } from 'astro';
import { bookLetters, bookSymbols } from '../components/inspector/make-book.ts';

export const GET: APIRoute = async () =>
  Response.json([...(await bookSymbols()), ...bookLetters()]);
