import { useMemo } from 'preact/hooks';
import { crop } from '../../../lib/images/crop.ts';
import { squared } from '../../../lib/images/floats.ts';
import { raster } from '../../../lib/images/raster.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import { Canvas } from '../../figures/Canvas.tsx';
import { readerPicture } from '../../reader/reader-image.ts';
import type { ReaderImage } from '../../reader/reader-state.ts';
import { cornerAt, imageSize, most, sceneSize } from './settings.ts';

interface WindowProps {
  /** The reader's picture; without one, the photograph of the style sheet. */
  image: ReaderImage | null;
  shift: number;
}

/** The part of the scene that is seen at a shift. */
export function Window({ image, shift }: WindowProps) {
  const picture = useMemo(
    () => image && ((palette: Palette) => windowPicture(image, shift, palette)),
    [image, shift],
  );
  const name = `The picture, shifted by ${shift} pixels`;
  const { left, top } = cornerAt(shift);
  return (
    <div class="shift-map">
      {picture ? (
        <Canvas picture={picture} name={`${image!.name}: ${name}`} />
      ) : (
        <i
          role="img"
          aria-label={name}
          style={`--x:${(100 * left) / most}%;--y:${(100 * top) / most}%;--zoom:${(100 * sceneSize) / imageSize}%`}
        />
      )}
    </div>
  );
}

function windowPicture(image: ReaderImage, shift: number, palette: Palette) {
  const { data, width, height } = readerPicture(image, palette);
  const scene = squared(raster(width, height, data), sceneSize);
  const { left, top } = cornerAt(shift);
  const { pixels } = crop(scene, left, top, imageSize, imageSize);
  return { width: imageSize, height: imageSize, data: pixels };
}
