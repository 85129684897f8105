import { useMemo } from 'preact/hooks';
import { heatmapMarkup } from '../../lib/figures/markup.ts';
import { heatmapPicture } from '../../lib/figures/pictures.ts';
import type { Palette } from '../../lib/figures/ramps.ts';
import { LiveCanvas } from './LiveCanvas.tsx';
import { Markup } from './Markup.tsx';
import './choice.css';

interface SmallMapProps {
  /** [rows, columns]. */
  values: ArrayLike<number>;
  rows: number;
  columns: number;
  /** The scale goes from −most to most. */
  most: number;
  name: string;
}

/** A small matrix on the diverging ramp: in few colours until the page runs, then in all. */
export function SmallMap({ values, rows, columns, most, name }: SmallMapProps) {
  const range = [-most, most] as const;
  const picture = useMemo(
    () => (palette: Palette) => heatmapPicture(values, rows, columns, palette.div, range),
    [values, rows, columns, most],
  );
  const poster = <Markup html={heatmapMarkup(values, rows, columns, 'div', range, name)} />;
  return (
    <div class="small-map" style={`--columns:${columns};--rows:${rows}`}>
      <LiveCanvas picture={picture} name={name} poster={poster} />
    </div>
  );
}
