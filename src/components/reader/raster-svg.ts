/**
 * An SVG as pixels.
 *
 * It is drawn as an image, so the browser runs none of its scripts and loads nothing that it names; scripts, foreign
 * content, event handlers and outside addresses are cut out beforehand all the same. It goes in as a `data:` address,
 * because some browsers make a canvas unreadable after an SVG from a `blob:` one.
 */
import { keptSize, limits } from '../../lib/images/admission.ts';
import { encodingOf } from '../../lib/images/formats/svg.ts';
import type { Raster } from '../../lib/images/raster.ts';
import { bitmapRaster } from './bitmap-raster.ts';

/** @throws Error when it is no well-formed SVG or the browser does not draw it. */
export async function rasterSvg(bytes: Uint8Array): Promise<Raster> {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const document = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = document.documentElement;
  if (root.localName !== 'svg' || document.querySelector('parsererror'))
    throw new Error('not a well-formed SVG');
  cleanse(document);
  const size = drawnSize(root);
  root.setAttribute('width', String(size.width));
  root.setAttribute('height', String(size.height));
  return bitmapRaster(await drawn(new XMLSerializer().serializeToString(root)), size);
}

const outside = /^\s*(?!#|data:)/i;

function cleanse(document: Document): void {
  document.querySelectorAll('script, foreignObject').forEach((element) => element.remove());
  for (const element of document.querySelectorAll('*'))
    for (const { name, localName, value } of [...element.attributes])
      if (/^on/i.test(name) || (localName === 'href' && outside.test(value)))
        element.removeAttribute(name);
}

/** The drawing's own proportions, as large as pictures are kept: lines stay sharp. */
function drawnSize(root: Element): { width: number; height: number } {
  const [width, height] = ownSize(root);
  const scale = limits.side / Math.max(width, height);
  return keptSize(width * scale, height * scale);
}

/** By width and height in plain numbers or pixels, else by the view box, else a square. */
function ownSize(root: Element): readonly [number, number] {
  const pixels = ['width', 'height'].map((name) => {
    const [, number] =
      /^\s*([\d.]+(?:e[+-]?\d+)?)(?:px)?\s*$/i.exec(root.getAttribute(name) ?? '') ?? [];
    return Number(number);
  });
  const box = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
    .slice(2);
  if (!root.hasAttribute('viewBox') && isSize(pixels))
    root.setAttribute('viewBox', `0 0 ${pixels[0]} ${pixels[1]}`);
  return [pixels, box].find(isSize) ?? [1, 1];
}

function isSize(pair: number[]): pair is [number, number] {
  return pair.length === 2 && pair.every((one) => Number.isFinite(one) && one > 0);
}

async function drawn(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}
