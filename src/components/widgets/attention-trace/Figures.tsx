import { useMemo } from 'preact/hooks';
import type { Trace } from '../../../lib/figures/attention-head.ts';
import { heatmapMarkup } from '../../../lib/figures/markup.ts';
import { heatmapPicture } from '../../../lib/figures/pictures.ts';
import type { Palette, RampName } from '../../../lib/figures/ramps.ts';
import { LiveCanvas } from '../../figures/LiveCanvas.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { returnedOf, type Returned } from './returned.ts';

/** What the function has been given and has returned for one head of the picture: a small picture for each name. */
export function Figures({ trace }: { trace: Trace }) {
  const returned = useMemo(() => returnedOf(trace), [trace]);
  return (
    <div class="out">
      <div class="trace">
        {returned.map((one) => (
          <Tile key={one.name} one={one} />
        ))}
      </div>
    </div>
  );
}

function Tile({ one }: { one: Returned }) {
  const { name, values, rows, columns, symbol, hue } = one;
  const ramp: RampName = name === 'weights' ? 'seq' : 'div';
  const range = useMemo(() => rangeOf(values, ramp), [values]);
  const picture = useMemo(
    () => (palette: Palette) => heatmapPicture(values, rows, columns, palette[ramp], range),
    [values, range],
  );
  const label = `${name}, ${rows} by ${columns}, drawn from ${range[0].toFixed(2)} to ${range[1].toFixed(2)}`;
  const poster = <Markup html={heatmapMarkup(values, rows, columns, ramp, range, label)} />;
  return (
    <figure data-symbol={symbol}>
      <div class="trace-map" style={`--rows:${rows};--columns:${columns}`}>
        <LiveCanvas picture={picture} name={label} poster={poster} />
      </div>
      <figcaption>
        <span class={hue}>{name}</span>
        <span class="shape">
          [{rows}, {columns}]
        </span>
      </figcaption>
    </figure>
  );
}

/** From 0 on the sequential ramp, symmetric about 0 on the diverging one; one cell in a hundred may lie beyond. */
function rangeOf(values: Float32Array, ramp: RampName): readonly [number, number] {
  const sizes = Float32Array.from(values, Math.abs).sort();
  const most = sizes[Math.floor(0.99 * sizes.length)]!;
  return [ramp === 'seq' ? 0 : -most, most];
}
