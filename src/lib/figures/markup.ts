/**
 * Figures as markup, for pages that are read before (or without) any script: plain arrays in, a string out.
 *
 * Cells of one colour become one path, runs along a row one rectangle of it, and every fill is a token of the page:
 * both themes and print are right without a second drawing.
 */
import {
  classTokenWeights,
  attentionSummary,
  similaritySummary,
  type AttentionShape,
} from './attention.ts';
import { inkOverMap, largest, type PixelImage } from './pictures.ts';
import { halfStopColour, rampHalfStop, type RampName } from './ramps.ts';

/** Steps of ink in which an image is drawn. */
const inkSteps = 12;

/** A matrix [rows, columns] on a named ramp from `low` to `high`. */
export function heatmapMarkup(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  ramp: RampName,
  [low, high]: readonly [low: number, high: number],
  name: string,
): string {
  const bins = Array.from(values, (value) => rampHalfStop((value - low) / (high - low)));
  return svg(columns, rows, rampPaths(bins, columns, 1, ramp), name);
}

/** An image in ink; hidden from screen readers unless it has a name. */
export function imageMarkup(image: PixelImage, name?: string): string {
  return svg(image.side, image.side, inkPaths(image), name);
}

/** The lab's grid of maps, L rows by H columns, with the image in ink over each. */
export function attentionMarkup(
  attention: Float32Array,
  shape: AttentionShape,
  image: PixelImage,
  id = 'lab-poster-image',
): string {
  const [layers, heads] = shape;
  const column = (head: number) => `<span class="map-head">head ${head + 1}</span>`;
  const row = (layer: number) =>
    `<span>block ${layer + 1}</span>` +
    count(heads, (head) =>
      sharedImageMap(classTokenWeights(attention, shape, layer, head), image, id),
    );
  return (
    sharedImage(image, id) +
    `<div class="maps" style="--heads:${heads}" role="img" aria-label="${escapeMarkup(attentionSummary(attention, shape))}">` +
    `<span></span>${count(heads, column)}${count(layers, row)}</div>`
  );
}

/** An image that many maps lie under: drawn once, nowhere to be seen, for `sharedImageMap`. */
export function sharedImage(image: PixelImage, id: string): string {
  return `<svg width="0" height="0" class="map-source" aria-hidden="true"><defs><g id="${id}">${inkPaths(image)}</g></defs></svg>`;
}

/** A map [G, G] on its own scale from 0, under the image that `sharedImage` has drawn. */
export function sharedImageMap(
  weights: ArrayLike<number>,
  { side }: PixelImage,
  id: string,
): string {
  const grid = Math.sqrt(weights.length);
  const most = largest(weights);
  const bins = Array.from(weights, (weight) => rampHalfStop(weight / most));
  const over = `<use href="#${id}" opacity="${inkOverMap}"/>`;
  return svg(side, side, rampPaths(bins, grid, side / grid, 'seq') + over);
}

/** One map [G, G] on the sequential ramp from 0 to `most`, the image in ink over it. */
export function patchMapMarkup(
  map: ArrayLike<number>,
  image: PixelImage,
  name?: string,
  most = largest(map),
): string {
  const grid = Math.round(Math.sqrt(map.length));
  const bins = Array.from(map, (value) => rampHalfStop(value / most));
  const over = `<g opacity="${inkOverMap}">${inkPaths(image)}</g>`;
  const paths = rampPaths(bins, grid, image.side / grid, 'seq');
  return svg(image.side, image.side, paths + over, name);
}

/** Cosines [N, N] as G × G small maps, −1 to 1. */
export function similarityMarkup(similarity: Float32Array): string {
  const total = Math.sqrt(similarity.length);
  const grid = Math.sqrt(total);
  const side = grid * (grid + 1) - 1;
  const cells = new Array<number>(side * side).fill(-1);
  for (let i = 0; i < total; i++)
    for (let j = 0; j < total; j++) {
      const y = Math.floor(i / grid) * (grid + 1) + Math.floor(j / grid);
      const x = (i % grid) * (grid + 1) + (j % grid);
      cells[y * side + x] = rampHalfStop((1 + similarity[i * total + j]!) / 2);
    }
  return svg(side, side, rampPaths(cells, side, 1, 'div'), similaritySummary(similarity));
}

function rampPaths(bins: readonly number[], columns: number, cell: number, ramp: RampName): string {
  return pathsByBin(bins, columns, cell)
    .map(({ bin, path }) => `<path fill="${halfStopColour(ramp, bin)}" d="${path}"/>`)
    .join('');
}

function inkPaths({ pixels, side, channels }: PixelImage): string {
  const bins = Array.from({ length: side * side }, (_, i) => {
    let sum = 0;
    for (let c = 0; c < channels; c++) sum += pixels[i * channels + c]!;
    return Math.round((sum / channels / 255) * inkSteps) || -1;
  });
  const paths = pathsByBin(bins, side, 1).map(
    ({ bin, path }) => `<path opacity="${+(bin / inkSteps).toFixed(2)}" d="${path}"/>`,
  );
  return `<g fill="var(--ink)">${paths.join('')}</g>`;
}

/**
 * One path per bin, in the order of the bins; cells of a negative bin stay empty. Each run begins where the one before began,
 * so many columns and rows further on: small numbers, which compress well.
 */
function pathsByBin(bins: readonly number[], columns: number, cell: number) {
  const paths = new Map<number, { path: string; x: number; y: number }>();
  for (let start = 0, end = 1; start < bins.length; start = end, end = start + 1) {
    const bin = bins[start]!;
    while (end % columns !== 0 && bins[end] === bin) end += 1;
    if (bin < 0) continue;
    const [x, y] = [start % columns, Math.floor(start / columns)];
    const before = paths.get(bin) ?? { path: '', x: 0, y: 0 };
    const corner = `m${(x - before.x) * cell} ${(y - before.y) * cell}`;
    const width = (end - start) * cell;
    paths.set(bin, { path: `${before.path}${corner}h${width}v${cell}h-${width}z`, x, y });
  }
  return [...paths].sort(([a], [b]) => a - b).map(([bin, { path }]) => ({ bin, path }));
}

function svg(width: number, height: number, inner: string, name?: string): string {
  const label = name ? `role="img" aria-label="${escapeMarkup(name)}"` : 'aria-hidden="true"';
  return `<svg class="picture" viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges" ${label}>${inner}</svg>`;
}

const count = (length: number, item: (index: number) => string) =>
  Array.from({ length }, (_, index) => item(index)).join('');

/** Text that is safe between tags and in attributes. */
export const escapeMarkup = (value: string) =>
  value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
