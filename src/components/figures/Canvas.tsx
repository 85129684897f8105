import { useLayoutEffect, useRef } from 'preact/hooks';
import { paint, type Picture } from '../../lib/figures/pictures.ts';
import type { Palette } from '../../lib/figures/ramps.ts';
import { watchPalette } from './palette.ts';

interface CanvasProps {
  /** Makes the picture in the colours of the theme; memoise it on what it draws. */
  picture: (palette: Palette) => Picture;
  name: string;
}

/** A picture of numbers that follows the pointer: drawn at once. */
export function Canvas({ picture, name }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = watchPalette().value;
  useLayoutEffect(() => {
    if (canvas.current && palette) paint(canvas.current, picture(palette));
  }, [picture, palette]);
  return <canvas ref={canvas} width={1} height={1} role="img" aria-label={name} />;
}
