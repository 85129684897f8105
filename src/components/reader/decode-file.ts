/**
 * A file, a pasted picture or a shot as the reader's image, or a PictureError with one sentence that says what to do.
 *
 * The header is read first, and decides; the browser decodes to at most 512 pixels along a side, off the main thread
 * where it can, and a JPEG's turning is done here, on the small picture, so that every browser agrees.
 */
import {
  decodeProblem,
  fileProblem,
  headerNotes,
  headerProblem,
  keptSize,
  size,
} from '../../lib/images/admission.ts';
import type { ImageHeader } from '../../lib/images/header.ts';
import { upright, withoutOrientation } from '../../lib/images/orientation.ts';
import type { Raster } from '../../lib/images/raster.ts';
import { readHeader } from '../../lib/images/read-header.ts';
import { bitmapRaster, opaque } from './bitmap-raster.ts';
import { rasterSvg } from './raster-svg.ts';
import { ownId, type ImageKind, type ReaderImage } from './reader-image.ts';

/** Its message is the sentence for the reader. */
export class PictureError extends Error {
  override name = 'PictureError';
}

export interface DecodedFile {
  image: ReaderImage;
  /** What was done to it on the way, in words; may be empty. */
  notes: string[];
}

/** @throws PictureError */
export async function decodeFile(
  file: Blob,
  fullName: string,
  kind: ImageKind = 'upload',
): Promise<DecodedFile> {
  const name = shortName(fullName);
  const refuse = (problem: string | null) => {
    if (problem) throw new PictureError(problem);
  };
  refuse(fileProblem(name, file.size));
  const bytes = await bytesOf(file, name);
  const header = readHeader(bytes);
  refuse(headerProblem(name, bytes.length, header));
  let decoded: Raster;
  try {
    decoded = await (header.format === 'svg' ? rasterSvg(bytes) : decodePixels(bytes, header));
  } catch {
    throw new PictureError(decodeProblem(name, header.format));
  }
  const { flat, wasTransparent } = opaque(decoded);
  const notes = headerNotes(header);
  if (wasTransparent) notes.push('transparent parts laid on white');
  return { image: { ...flat, id: ownId, name, kind }, notes };
}

/** "holiday.jpg, 512 × 341 pixels, made smaller from 12,000 × 8,000." */
export function describeDecoded({ image, notes }: DecodedFile): string {
  return `${[image.name, `${size(image.width, image.height)} pixels`, ...notes].join(', ')}.`;
}

async function bytesOf(file: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new PictureError(
      `${name} cannot be read: was it moved, or is it a folder? Choose it again.`,
    );
  }
}

async function decodePixels(bytes: Uint8Array<ArrayBuffer>, header: ImageHeader): Promise<Raster> {
  const { orientation } = header;
  const stored = orientation ? withoutOrientation(bytes, orientation) : bytes;
  const bitmap = await decodeBitmap(new Blob([stored]), header);
  return upright(bitmapRaster(bitmap), orientation?.value ?? 1);
}

/**
 * Decodes, and shrinks a large picture in the same go; the canvas does the rest where a browser knows no resizing.
 *
 * Only the longer side is given: should the browser turn the picture by itself, its proportions stay right.
 */
async function decodeBitmap(blob: Blob, { width, height }: ImageHeader): Promise<ImageBitmap> {
  const kept = keptSize(width, height);
  if (kept.width === width && kept.height === height) return createImageBitmap(blob);
  const side = width >= height ? { resizeWidth: kept.width } : { resizeHeight: kept.height };
  return createImageBitmap(blob, { ...side, resizeQuality: 'high' }).catch(() =>
    createImageBitmap(blob),
  );
}

/** A file's name without control characters, its middle left out when it is long. */
export function shortName(name: string): string {
  const clean = name.replace(/\p{C}/gu, '').trim() || 'picture';
  const letters = [...clean];
  return letters.length <= 40
    ? clean
    : `${letters.slice(0, 24).join('')}…${letters.slice(-12).join('')}`;
}
