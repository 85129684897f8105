/** The symbols of `content/symbols.yaml`, for tools that run outside Astro. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { TexSymbol } from '../src/components/prose/tex.ts';

export function bookSymbols(): TexSymbol[] {
  const file = new URL('../content/symbols.yaml', import.meta.url);
  const entries = parse(readFileSync(file, 'utf8')) as Record<string, Omit<TexSymbol, 'id'>>;
  return Object.entries(entries).map(([id, { tex, macro, hue }]) => ({ id, tex, macro, hue }));
}
