/** Fetches the pixels of the bundled pictures. */
import { colourRaster, greyRaster, type Raster } from '../../lib/images/raster.ts';
import { garments, shapes as offeredShapes, shapesSeed, type BundledImage } from './catalogue.ts';
import type { ReaderImage } from './reader-image.ts';
import { bitmapRaster } from './bitmap-raster.ts';

const garmentSide = 28;

/** @throws Error in a sentence when the file does not arrive or is not what it should be. */
export async function loadBundled(image: BundledImage): Promise<ReaderImage> {
  return { ...image, ...(await loaders[image.kind](image)) };
}

/** A small picture of a photograph, 96 × 96. */
export function thumbnailUrl({ id }: BundledImage): string {
  return asset(`photographs/${id}-thumb.webp`);
}

const loaders: Record<BundledImage['kind'], (image: BundledImage) => Promise<Raster>> = {
  photograph: async ({ id }) => {
    const blob = await (await get(`photographs/${id}-224.webp`)).blob();
    return bitmapRaster(await createImageBitmap(blob, { colorSpaceConversion: 'none' }));
  },
  garment: async (image) => garmentRaster(await dozen(), garments.indexOf(image)),
  shape: async (image) => {
    const { shapes, shapesImages } = await import('../../lib/training/shapes.ts');
    const { pixels } = shapesImages(offeredShapes.length, shapesSeed);
    const area = shapes.imageSize ** 2 * shapes.inChannels;
    const start = offeredShapes.indexOf(image) * area;
    return colourRaster(pixels.subarray(start, start + area), shapes.imageSize, shapes.imageSize);
  },
};

let dozenOnce: Promise<Uint8Array> | undefined;

/** The dozen garments, `[12 labels][12 × 28 × 28 pixels]`; fetched once. */
function dozen(): Promise<Uint8Array> {
  dozenOnce ??= fetchDozen();
  dozenOnce.catch(() => (dozenOnce = undefined));
  return dozenOnce;
}

async function fetchDozen(): Promise<Uint8Array> {
  const { body } = await get('data/fashion-mnist/dozen.shard');
  const bytes = await new Response(
    body!.pipeThrough(new DecompressionStream('gzip')),
  ).arrayBuffer();
  const expected = garments.length * (garmentSide ** 2 + 1);
  if (bytes.byteLength !== expected)
    throw new Error(`The garments are ${bytes.byteLength} bytes, not ${expected}.`);
  return new Uint8Array(bytes);
}

function garmentRaster(shard: Uint8Array, index: number): Raster {
  const area = garmentSide ** 2;
  const start = garments.length + index * area;
  return greyRaster(shard.subarray(start, start + area), garmentSide, garmentSide);
}

async function get(path: string): Promise<Response> {
  const response = await fetch(asset(path)).catch(() => null);
  if (!response?.ok)
    throw new Error(`${path} could not be loaded (${response ? response.status : 'no network'}).`);
  return response;
}

function asset(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}${path}`;
}
