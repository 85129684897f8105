import { useMemo } from 'preact/hooks';
import type { Palette } from '../../../lib/figures/ramps.ts';
import { rearranged } from '../../../lib/figures/rearranged.ts';
import { squared } from '../../../lib/images/floats.ts';
import { raster } from '../../../lib/images/raster.ts';
import { readerPicture } from '../../reader/reader-image.ts';
import type { ReaderImage } from '../../reader/reader-state.ts';
import { Canvas } from '../../figures/Canvas.tsx';
import { imageSize, patchSize } from './settings.ts';

interface PatchesProps {
  /** The reader's picture; without one, the photograph of the style sheet. */
  image: ReaderImage | null;
  /** Which patch stands at each place. */
  order: Uint32Array;
}

/** A picture whose patches stand in a given order, a line of paper between them. */
export function Patches({ image, order }: PatchesProps) {
  const grid = Math.sqrt(order.length);
  const picture = useMemo(
    () => image && ((palette: Palette) => reorderedPicture(image, order, palette)),
    [image, order.join()],
  );
  const name = `${order.length} patches: ${describe(order)}`;
  if (picture)
    return (
      <div class="order-patches live" style={`--grid:${grid}`}>
        <Canvas picture={picture} name={`${image!.name}, ${name}`} />
      </div>
    );
  return (
    <div class="order-patches" style={`--grid:${grid}`} role="img" aria-label={name}>
      {Array.from(order, (patch, place) => (
        <i key={place} style={`--x:${patch % grid};--y:${Math.floor(patch / grid)}`} />
      ))}
    </div>
  );
}

function reorderedPicture(image: ReaderImage, order: Uint32Array, palette: Palette) {
  const { data, width, height } = readerPicture(image, palette);
  const { pixels } = squared(raster(width, height, data), imageSize);
  const size = { imageSize, patchSize, channels: 4 };
  return { width: imageSize, height: imageSize, data: rearranged(pixels, order, size) };
}

function describe(order: Uint32Array): string {
  const moved = order.reduce((count, patch, place) => count + (patch === place ? 0 : 1), 0);
  return moved === 0 ? 'each in its place' : `${moved} of them not in their places`;
}
