/** The pass that posters and numbers of chapters 4 to 10 show: each model on the picture of its own kind. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { modelInput, type ModelInput } from '../../src/components/model/model-input.ts';
import { garments, shapes as offered, shapesSeed } from '../../src/components/reader/catalogue.ts';
import {
  defaultChoice,
  ownPictureOf,
  type WeightsKind,
} from '../../src/components/reader/reader-choice.ts';
import type { ReaderImage } from '../../src/components/reader/reader-image.ts';
import { forward, type ForwardResult } from '../../src/lib/engine/computations/forward.ts';
import { colourRaster, greyRaster } from '../../src/lib/images/raster.ts';
import { shapes, shapesImages } from '../../src/lib/training/shapes.ts';
import { openPublicFiles } from '../site-files.ts';

/** What the page runs before the reader has chosen anything. */
export async function bookInput(weights: WeightsKind = defaultChoice.weights): Promise<ModelInput> {
  openPublicFiles();
  const picture = await bundledPicture(ownPictureOf(true, { ...defaultChoice, weights }));
  return modelInput(picture, { kind: weights, seed: defaultChoice.seed });
}

export interface BookForward {
  input: ModelInput;
  result: ForwardResult;
}

const passes = new Map<WeightsKind, Promise<BookForward>>();

/** The pass itself, computed once. */
export function bookForward(weights: WeightsKind = defaultChoice.weights): Promise<BookForward> {
  const found = passes.get(weights) ?? run(weights);
  passes.set(weights, found);
  return found;
}

async function run(weights: WeightsKind): Promise<BookForward> {
  const input = await bookInput(weights);
  return { input, result: await forward({ weights: input.weights, image: input.image }) };
}

/** A bundled garment or shape by its id. */
export async function bundledPicture(id: string): Promise<ReaderImage> {
  const garment = garments.findIndex((one) => one.id === id);
  if (garment >= 0) return { ...garments[garment]!, ...(await garmentRaster(garment)) };
  const shape = offered.findIndex((one) => one.id === id);
  if (shape < 0) throw new RangeError(`there is no garment and no shape called ${id}`);
  const { pixels } = shapesImages(offered.length, shapesSeed);
  const area = shapes.imageSize ** 2 * shapes.inChannels;
  const own = pixels.subarray(shape * area, (shape + 1) * area);
  return { ...offered[shape]!, ...colourRaster(own, shapes.imageSize, shapes.imageSize) };
}

async function garmentRaster(index: number) {
  const side = 28;
  const shard = gunzipSync(await readFile('public/data/fashion-mnist/dozen.shard'));
  const start = garments.length + index * side ** 2;
  return greyRaster(Uint8Array.from(shard.subarray(start, start + side ** 2)), side, side);
}
