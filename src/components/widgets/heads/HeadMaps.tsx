/** Every head's map as a small multiple: blocks down, heads across, all drawn in one go. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { sharedImageMap, sharedImage } from '../../../lib/figures/markup.ts';
import { patchMapPicture, type ModelPicture } from '../../../lib/figures/model-pictures.ts';
import { largest, paint } from '../../../lib/figures/pictures.ts';
import { moved } from '../../figures/grid-moves.ts';
import { Markup } from '../../figures/Markup.tsx';
import { watchPalette } from '../../figures/palette.ts';
import { useAwake } from '../../figures/use-awake.ts';
import { patchWeights, type SeenHeads } from './seen.ts';
import { isOff, type HeadPlace, type HeadsSettings } from './settings.ts';
import { headName, percent } from './words.ts';

export interface HeadMapsProps {
  seen: SeenHeads;
  image: ModelPicture;
  settings: HeadsSettings;
  onChoose: (place: HeadPlace) => void;
  onSwitch: (place: HeadPlace) => void;
}

const posterId = 'heads-image';

export function HeadMaps({ seen, image, settings, onChoose, onSwitch }: HeadMapsProps) {
  const [layers, heads] = seen.shape;
  const awake = useAwake();
  const holder = useRef<HTMLDivElement>(null);
  const palette = watchPalette().value;
  const query = settings.query === 'class token' ? null : settings.patch;
  const places = Array.from({ length: layers * heads }, (_, i): HeadPlace => [
    Math.floor(i / heads),
    i % heads,
  ]);
  const maps = places.map((place) => patchWeights(seen, place, query));
  const tops = maps.map(largest);
  const shared = settings.scale === 'one for all' ? Math.max(...tops) : null;

  useLayoutEffect(() => {
    if (!awake || !palette) return;
    const start = performance.now();
    const canvases = holder.current!.querySelectorAll('canvas');
    canvases.forEach((canvas, i) =>
      paint(canvas, patchMapPicture(maps[i]!, image, palette, shared ?? tops[i]!)),
    );
    performance.measure('head-maps', { start, detail: canvases.length });
  }, [awake, palette, seen, image, query, shared]);

  function press(event: KeyboardEvent): void {
    const from = settings.chosen[0] * heads + settings.chosen[1];
    const to = moved(event.key, from, { rows: layers, columns: heads });
    if (to === null) return;
    event.preventDefault();
    onChoose(places[to]!);
    const switches = (event.target as Element).matches('.head-switch')
      ? '.head-switch'
      : '.head-map';
    holder.current!.querySelectorAll<HTMLElement>(switches)[to]!.focus();
  }

  return (
    <div
      ref={holder}
      class="head-maps"
      data-symbol="A"
      style={`--heads:${heads};--rows:${seen.grid};--columns:${seen.grid}`}
      role="group"
      aria-label="Heads: arrow keys move from one to the next."
      onKeyDown={press}
    >
      {!awake && <Markup class="map-source" html={sharedImage(pixels(image), posterId)} />}
      <span />
      {Array.from({ length: heads }, (_, head) => (
        <span key={head} class="head-name">
          head {head + 1}
        </span>
      ))}
      {places.map((place, i) => [
        place[1] === 0 && <span key={`block ${place[0]}`}>block {place[0] + 1}</span>,
        <Head
          key={i}
          name={headName(place)}
          most={tops[i]!}
          isChosen={String(place) === String(settings.chosen)}
          off={isOff(settings.off, place)}
          query={query}
          grid={seen.grid}
          poster={awake ? null : sharedImageMap(maps[i]!, pixels(image), posterId)}
          onChoose={() => onChoose(place)}
          onSwitch={() => onSwitch(place)}
        />,
      ])}
    </div>
  );
}

interface HeadProps {
  name: string;
  /** The largest weight on a patch. */
  most: number;
  isChosen: boolean;
  off: boolean;
  query: number | null;
  grid: number;
  /** Its map as markup, before the page runs. */
  poster: string | null;
  onChoose: () => void;
  onSwitch: () => void;
}

function Head(props: HeadProps) {
  const { name, most, isChosen, off, query, grid, poster, onChoose, onSwitch } = props;
  const tabIndex = isChosen ? 0 : -1;
  return (
    <div class={off ? 'one-head off' : 'one-head'}>
      <button
        type="button"
        class="head-map"
        aria-pressed={isChosen}
        aria-label={`${name}${off ? ', off' : ''}: at most ${percent(most)} on one patch`}
        tabIndex={tabIndex}
        onClick={onChoose}
      >
        {poster === null ? <canvas width={1} height={1} /> : <Markup html={poster} />}
        {query !== null && (
          <span class="asks" style={`--x:${query % grid};--y:${Math.floor(query / grid)}`} />
        )}
      </button>
      <span class="head-row">
        <span>{percent(most)}</span>
        <button
          type="button"
          class="head-switch"
          role="switch"
          aria-checked={!off}
          aria-label={name}
          tabIndex={tabIndex}
          onClick={onSwitch}
        >
          {off ? 'off' : 'on'}
        </button>
      </span>
    </div>
  );
}

/** As the figures of markup take an image: 0 to 255, ink high. */
const pixels = ({ values, side, channels, ink }: ModelPicture) => ({
  pixels: Array.from(values, (value) => 255 * (ink ? value : 1 - value)),
  side,
  channels,
});
