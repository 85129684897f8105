/**
 * The book's mark: an equals sign of four patches, in the hues of the four tensors of equation 1.
 *
 * All lengths are parts of the mark's own side.
 */
import { colour } from './tokens.ts';

const hues = ['patch', 'proj', 'cls', 'pos'] as const;
const left = 0.125;
const right = 0.53125;
const top = 0.21875;
const bottom = 0.5625;
const width = 0.34375;
const height = 0.21875;

interface MarkOptions {
  /** Side of the picture, pixels. */
  side: number;
  /** Side of the mark as a part of the picture's; the rest is paper around it. */
  part?: number;
  /** A colour behind it; without one it is transparent. */
  paper?: string;
}

/** The four patches of a mark with this side and corner, as SVG. */
export function patches(side: number, x: number, y: number): string {
  return hues
    .map((hue, i) => {
      const across = x + side * (i % 2 === 0 ? left : right);
      const down = y + side * (i < 2 ? top : bottom);
      return `<rect class="${hue}" x="${across}" y="${down}" width="${side * width}" height="${side * height}" fill="${colour(hue)}"/>`;
    })
    .join('');
}

/** The mark as a whole SVG document. */
export function mark({ side, part = 1, paper }: MarkOptions): string {
  const edge = (side * (1 - part)) / 2;
  const ground = paper ? `<rect width="${side}" height="${side}" fill="${paper}"/>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}">${ground}${patches(side * part, edge, edge)}</svg>`;
}

/** The mark with the hues of the dark theme where that is the reader's. */
export function themedMark(side: number): string {
  const rules = hues.map((hue) => `.${hue}{fill:${colour(hue, 'dark')}}`).join('');
  const style = `<style>@media (prefers-color-scheme:dark){${rules}}</style>`;
  return mark({ side }).replace('><rect', `>${style}<rect`);
}
