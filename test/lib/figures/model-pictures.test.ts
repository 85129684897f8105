/** The model's picture over a map, pixel by pixel. */
import { expect, test } from 'vitest';
import { modelPicture, patchMapPicture } from '../../../src/lib/figures/model-pictures.ts';
import { inkOverMap } from '../../../src/lib/figures/pictures.ts';
import type { Palette, Rgb } from '../../../src/lib/figures/ramps.ts';

const [white, black] = [
  [255, 255, 255],
  [0, 0, 0],
] as const;
const ramp = [white, [255, 0, 0]] as const satisfies readonly Rgb[];
const palette: Palette = { paper: white, ink: black, seq: ramp, div: ramp };
const pixel = ({ data }: { data: ArrayLike<number> }, i: number) =>
  Array.from({ length: 4 }, (_, c) => data[i * 4 + c]);

test('ink lies over the map at a part of its strength', () => {
  const image = { values: [0, 1, 0.5, 0], side: 2, channels: 1 as const, ink: true };
  const drawn = patchMapPicture([0, 2, 2, 0], image, palette);
  expect(pixel(drawn, 0)).toEqual([255, 255, 255, 255]);
  expect(pixel(drawn, 1)).toEqual([Math.round(255 * (1 - inkOverMap)), 0, 0, 255]);
  expect(pixel(drawn, 2)).toEqual([Math.round(255 * (1 - inkOverMap / 2)), 0, 0, 255]);
  expect(pixel(drawn, 3)).toEqual([255, 255, 255, 255]);
  // On a scale twice as long the map is half as strong.
  expect(pixel(patchMapPicture([0, 2, 2, 0], { ...image, values: [0, 0, 0, 0] }, palette, 4), 1)).toEqual([255, 128, 128, 255]); // prettier-ignore
});

test('each patch covers its pixels, and colours keep their own', () => {
  const values = Array.from({ length: 4 * 4 * 3 }, (_, i) => (i % 3 === 2 ? 1 : 0));
  const image = { values, side: 4, channels: 3 as const, ink: false };
  const drawn = patchMapPicture([1, 0, 0, 0], image, palette);
  const under = (below: number) => Math.round(below * (1 - inkOverMap));
  for (const i of [0, 1, 4, 5]) expect(pixel(drawn, i)).toEqual([under(255), 0, Math.round(255 * inkOverMap), 255]); // prettier-ignore
  for (const i of [2, 8, 15]) expect(pixel(drawn, i)).toEqual([under(255), under(255), 255, 255]);
  expect(pixel(modelPicture(image, palette), 0)).toEqual([0, 0, 255, 255]);
});
