/** The picture of each stage: a tensor, in few colours until the page runs, then in all. */
import { useMemo } from 'preact/hooks';
import { cutInColour, indexOfLargest } from '../../../lib/figures/all-the-way.ts';
import { heatmapMarkup, imageMarkup } from '../../../lib/figures/markup.ts';
import { modelPicture, type ModelPicture } from '../../../lib/figures/model-pictures.ts';
import { heatmapPicture, largest } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import { LiveCanvas } from '../../figures/LiveCanvas.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { PatchPicture } from '../../model/PatchPicture.tsx';
import type { View } from './view.ts';
import { mostTaken, percent } from './words.ts';

/** A model's picture as ink, 0 to 255. */
const pixelsOf = ({ values, side, channels, ink }: ModelPicture) => ({
  pixels: Array.from(values, (value) => 255 * (channels === 1 && !ink ? 1 - value : value)),
  side,
  channels,
});

interface PictureProps {
  view: View;
}

export function Picture({ view: { picture: image, name } }: PictureProps) {
  const words = `The picture: ${name}`;
  const picture = useMemo(() => (palette: Palette) => modelPicture(image, palette), [image]);
  const poster = <Markup html={imageMarkup(pixelsOf(image), words)} />;
  return (
    <div class="patch-picture">
      <LiveCanvas picture={picture} name={words} poster={poster} />
    </div>
  );
}

/** The patches apart, on tiles of the bench, so that an empty one is seen too. */
export function Cut({ view: { cut } }: PictureProps) {
  const { grid, patch, side, channels, solid } = cut;
  const name = `${grid * grid} patches of ${patch} × ${patch} pixels`;
  const picture = useMemo(() => (palette: Palette) => cutInColour(cut, palette), [cut]);
  const whole = pixelsOf(cut);
  const pixels = whole.pixels.map((value, i) => value * solid[Math.floor(i / channels)]!);
  const poster = <Markup html={imageMarkup({ ...whole, pixels }, name)} />;
  return (
    <div class="way-cut" style={`--patch:${patch};--side:${side}`}>
      <LiveCanvas picture={picture} name={name} poster={poster} />
    </div>
  );
}

export function Tokens({ view: { tokens } }: PictureProps) {
  const { values, rows, columns } = tokens;
  const most = useMemo(() => largest(Array.from(values, Math.abs)), [values]);
  const range = [-most, most] as const;
  const name = `${columns} tokens of ${rows} numbers, on a scale from −${most.toFixed(1)} to ${most.toFixed(1)}`;
  const picture = useMemo(
    () => (palette: Palette) => heatmapPicture(values, rows, columns, palette.div, range),
    [values],
  );
  const poster = <Markup html={heatmapMarkup(values, rows, columns, 'div', range, name)} />;
  return (
    <div class="way-tokens" style={`--columns:${columns};--rows:${rows}`}>
      <div>
        <LiveCanvas picture={picture} name={name} poster={poster} />
      </div>
      <span class="way-axis" aria-hidden="true" />
      <p class="way-scale">
        −{most.toFixed(1)} <i aria-hidden="true" /> {most.toFixed(1)}
      </p>
    </div>
  );
}

export function Blocks({ view }: PictureProps) {
  return (
    <div class="way-blocks" style={`--blocks:${view.attention.length}`}>
      {view.attention.map((map, block) => (
        <div key={block}>
          <PatchPicture
            image={view.picture}
            grid={view.cut.grid}
            map={map}
            name={`Block ${block + 1}: most from ${mostTaken(view, block)}`}
          />
          <span>
            block {block + 1}
            <br />0 to {percent(largest(map))}
          </span>
        </div>
      ))}
    </div>
  );
}

export function Answer({ view: { classNames, probabilities } }: PictureProps) {
  const best = indexOfLargest(probabilities);
  return (
    <dl class="way-bars">
      {classNames.map((name, i) => (
        <div key={name} data-best={i === best || undefined}>
          <dt>{name}</dt>
          <dd>
            <i style={`--share:${probabilities[i]!.toFixed(4)}`} />
            <span data-number={`probability-${i}`}>{probabilities[i]!.toFixed(2)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
