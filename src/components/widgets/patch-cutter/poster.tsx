/**
 * The patch cutter's product as markup, for the page before the engine is up: plain arrays in, a string out.
 *
 * Pictures are grey PNGs of sixteen levels, which an SVG filter turns into the theme's ramp: one drawing for both themes.
 */
import { renderToString } from 'preact-render-to-string';
import type { PatchEmbeddingResult } from '../../../lib/engine/protocol.ts';
import { Stretched } from '../../figures/Stretched.tsx';
import { Arithmetic } from './Arithmetic.tsx';
import { patchAt } from './cut.ts';
import { Product } from './Product.tsx';
import { magnitude, rowOf, tokenOf, transposed } from './product-pictures.ts';
import { defaults } from './settings.ts';

/** What the poster is drawn from: the engine's answer for the default settings. */
export interface CutterPosterData {
  result: PatchEmbeddingResult;
  /** S and C. */
  imageSize: number;
  channels: number;
}

/** Levels [height, width], each 0 to 15, as the address of a picture. */
export type EncodeLevels = (levels: Uint8Array, width: number, height: number) => string;

/**
 * The markup of the product for the default settings, and the address of E's picture, which stands in it as `weight`:
 * it is large, and wants a file of its own. `encode` makes a grey picture of a matrix of levels.
 */
export function cutterPoster(data: CutterPosterData, encode: EncodeLevels) {
  const { result, imageSize, channels } = data;
  const { patchSize, pixel, feature } = defaults;
  const patch = patchAt(pixel, imageSize, patchSize);
  const count = (imageSize / patchSize) ** 2;
  const row = rowOf(result, patch, count);
  const token = tokenOf(result, patch, count);
  const width = token.length;
  const most = magnitude(result.weight);
  const rowLevels = Uint8Array.from(row, level);
  const weights = transposed(result.weight, width);
  const weightLevels = Uint8Array.from(weights, (value) => level((value / most + 1) / 2));
  const column = result.weight.filter((_, i) => i % width === feature);
  const weight = encode(weightLevels, row.length, width);
  const product = renderToString(
    <>
      <Product
        patch={patch}
        patchSize={patchSize}
        channels={channels}
        row={<Grey src={encode(rowLevels, row.length, 1)} ramp="seq" name="The row" />}
        weight={<Grey src="weight" ramp="div" name="E" />}
        largest={most}
        token={token}
        feature={feature}
      />
      <Arithmetic
        row={row}
        column={column}
        sum={token[feature]!}
        patch={patch}
        feature={feature}
        features={width}
      />
    </>,
  );
  return { product, weight };
}

/** The level nearest to `t`, 0 to 1. */
const level = (t: number) => Math.round(Math.min(1, Math.max(0, t)) * 15);

/** Stretched to its box: one level a cell, whatever the picture's own shape. */
function Grey({ src, ramp, name }: { src: string; ramp: 'seq' | 'div'; name: string }) {
  return <Stretched class={`ramp-${ramp}`} src={src} name={name} />;
}
