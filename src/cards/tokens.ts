/** The book's colours, read from its own tokens: for pictures that are made when the site is built. */
import { readFileSync } from 'node:fs';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const themes = {
  light: css.slice(0, css.indexOf('}')),
  dark: css.slice(css.indexOf(":root[data-theme='dark']")),
};

/** `#16191c` of `ink`. @throws Error when the theme has no such colour. */
export function colour(name: string, theme: keyof typeof themes = 'light'): string {
  const found = themes[theme].match(new RegExp(`--${name}: (#[0-9a-f]{6});`))?.[1];
  if (!found) throw new Error(`tokens.css has no colour “${name}” in the ${theme} theme`);
  return found;
}
