/** Colours of numbers: the sequential map (0 to a maximum) and the diverging one (−m to m), nine stops each. */
export type Rgb = readonly [red: number, green: number, blue: number];
export type Ramp = readonly Rgb[];
export type RampName = 'seq' | 'div';

export const rampStops = 9;

export interface Palette {
  paper: Rgb;
  ink: Rgb;
  seq: Ramp;
  div: Ramp;
}

/** The colour at `t`, 0 to 1, between the two nearest stops; values outside are clamped. */
export function rampColour(ramp: Ramp, t: number): Rgb {
  const position = clampUnit(t) * (ramp.length - 1);
  const index = Math.min(Math.floor(position), ramp.length - 2);
  return mix(ramp[index]!, ramp[index + 1]!, position - index);
}

/** The stop nearest to `t`, 0 to 1: what a figure uses that knows its colours by name only. */
export function rampStop(t: number): number {
  return Math.round(clampUnit(t) * (rampStops - 1));
}

/** The nearest stop or half-way point between two, 0 to 16, for `t` from 0 to 1. */
export function rampHalfStop(t: number): number {
  return Math.round(clampUnit(t) * 2 * (rampStops - 1));
}

/** The colour of a half stop by the names of the page's tokens: right in every theme without being known. */
export function halfStopColour(name: RampName, half: number): string {
  const below = `var(--${name}-${Math.floor(half / 2)})`;
  if (half % 2 === 0) return below;
  return `color-mix(in srgb,${below},var(--${name}-${Math.ceil(half / 2)}))`;
}

/** `a + (b − a) t`. */
export function mix(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** `#rrggbb` as three numbers from 0 to 255. */
export function parseHex(text: string): Rgb {
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw new RangeError(`colour: "${text}" is not #rrggbb`);
  return [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** The colours that the page's tokens give at the moment; read anew when the theme changes. */
export function readPalette(root: Element): Palette {
  const style = getComputedStyle(root);
  const context = root.ownerDocument.createElement('canvas').getContext('2d')!;
  const read = (name: string) => {
    context.fillStyle = style.getPropertyValue(name).trim();
    return parseHex(String(context.fillStyle));
  };
  const ramp = (name: RampName) =>
    Array.from({ length: rampStops }, (_, i) => read(`--${name}-${i}`));
  return { paper: read('--paper'), ink: read('--ink'), seq: ramp('seq'), div: ramp('div') };
}

function clampUnit(t: number): number {
  return t > 0 ? Math.min(t, 1) : 0;
}
