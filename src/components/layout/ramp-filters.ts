/**
 * SVG filters that turn a grey picture into the page's ramps, for each theme: black is the first stop, white the last.
 *
 * The colours are those of `tokens.css`: the light theme's stand first there, the dark theme's second.
 */
import { rampStops } from '../../lib/figures/ramps.ts';

/** The `<filter>` elements `seq-light`, `seq-dark`, `div-light`, `div-dark`. */
export function rampFilters(tokens: string): string {
  return ['seq', 'div']
    .flatMap((ramp) => ['light', 'dark'].map((theme, i) => filter(tokens, ramp, theme, i)))
    .join('');
}

function filter(tokens: string, ramp: string, theme: string, place: number): string {
  const stops = Array.from({ length: rampStops }, (_, i) =>
    colourOf(tokens, `${ramp}-${i}`, place),
  );
  const table = (channel: number) => stops.map((stop) => stop[channel]).join(' ');
  const functions = ['R', 'G', 'B'].map(
    (name, i) => `<feFunc${name} type="table" tableValues="${table(i)}"/>`,
  );
  return (
    `<filter id="${ramp}-${theme}" color-interpolation-filters="sRGB">` +
    `<feComponentTransfer>${functions.join('')}</feComponentTransfer></filter>`
  );
}

function colourOf(tokens: string, name: string, place: number): number[] {
  const hex = [...tokens.matchAll(new RegExp(`--${name}: #([0-9a-f]{6})`, 'g'))][place]?.[1];
  if (!hex) throw new Error(`tokens.css: no colour --${name} for theme ${place}`);
  return [0, 2, 4].map((at) => +(parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(3));
}
