import { useEffect, useRef } from 'preact/hooks';
import { paint, type Picture } from '../../lib/figures/pictures.ts';
import type { Palette } from '../../lib/figures/ramps.ts';
import { drawQueue } from './draw-queue.ts';
import { watchPalette } from './palette.ts';
import './figures.css';

interface CanvasPictureProps {
  /** Makes the picture in the colours of the theme; a new function means a new picture. */
  picture: (palette: Palette) => Picture;
  /** The text summary; without one the canvas is part of something that has it. */
  name?: string;
}

/** A picture of numbers, one canvas pixel each, scaled up by CSS. */
export function CanvasPicture({ picture, name }: CanvasPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = watchPalette().value;

  useEffect(() => {
    const element = canvas.current;
    if (!element || !palette) return;
    drawQueue.request(element, () => paint(element, picture(palette)));
  }, [picture, palette]);

  useEffect(() => {
    const element = canvas.current!;
    return () => drawQueue.cancel(element);
  }, []);

  const label = name ? ({ role: 'img', 'aria-label': name } as const) : { 'aria-hidden': true };
  return <canvas ref={canvas} class="picture" width={1} height={1} {...label} />;
}
