/** In the running head's script, on every page: when the page has loaded, the book's copy is looked after. Not in `astro dev`. */
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener('load', () => void import('./start-copy.ts'));
