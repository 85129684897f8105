import type { ComponentChildren } from 'preact';
import type { Picture } from '../../lib/figures/pictures.ts';
import type { Palette } from '../../lib/figures/ramps.ts';
import { Canvas } from './Canvas.tsx';
import { useAwake } from './use-awake.ts';

interface LiveCanvasProps {
  picture: (palette: Palette) => Picture;
  name: string;
  /** What was drawn when the site was built. */
  poster?: ComponentChildren;
}

/** A canvas that takes its poster's place as soon as the page runs. */
export function LiveCanvas({ picture, name, poster }: LiveCanvasProps) {
  return useAwake() ? <Canvas picture={picture} name={name} /> : <>{poster}</>;
}
