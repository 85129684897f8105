/** The page's colours for canvases, read once and again whenever the theme changes. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { readPalette, type Palette } from '../../lib/figures/ramps.ts';

const current = signal<Palette | null>(null);
let watching = false;

/** The palette of the theme in force; null until the page has started (and at build time). */
export function watchPalette(): ReadonlySignal<Palette | null> {
  if (watching || typeof document === 'undefined') return current;
  watching = true;
  const root = document.documentElement;
  const read = () => (current.value = readPalette(root));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', read);
  new MutationObserver(read).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  read();
  return current;
}
