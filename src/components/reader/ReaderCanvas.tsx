import { useCallback } from 'preact/hooks';
import type { Palette } from '../../lib/figures/ramps.ts';
import { CanvasPicture } from '../figures/CanvasPicture.tsx';
import { readerPicture, type ReaderImage } from './reader-image.ts';

interface ReaderCanvasProps {
  image: ReaderImage;
  /** The text summary; without one the canvas is part of something that has it. */
  name?: string;
}

/** The picture as it looks on the page, its pixels as they are. */
export function ReaderCanvas({ image, name }: ReaderCanvasProps) {
  const picture = useCallback((palette: Palette) => readerPicture(image, palette), [image]);
  return <CanvasPicture picture={picture} name={name} />;
}
