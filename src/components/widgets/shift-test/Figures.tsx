import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ShiftTestResult } from '../../../lib/engine/computations/shift-test.ts';
import { heatmapPicture } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import { shiftCurve } from '../../../lib/figures/shift-curve.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { Announced } from '../../controls/Announced.tsx';
import { LiveCanvas } from '../../figures/LiveCanvas.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useWidth } from '../../figures/use-width.ts';
import type { ReaderImage } from '../../reader/reader-state.ts';
import { SmallMap } from '../../figures/SmallMap.tsx';
import { featureMaps, type FeatureMaps } from './maps.ts';
import { features, imageSize, kernelSize, type ShiftSettings } from './settings.ts';
import { Window } from './Window.tsx';
import { percent, seen } from './words.ts';

interface FiguresProps {
  result: ShiftTestResult;
  settings: ShiftSettings;
  /** The reader's picture; the book's photograph stands for it when the site is built. */
  image: ReaderImage | null;
  /** Draws a large map when the site is built. */
  poster?: (map: Float32Array, side: number, most: number, name: string) => ComponentChildren;
}

/** Picture, response and tokens, as they are and shifted, and the differences of every shift. */
export function Figures({ result, settings, image, poster }: FiguresProps) {
  const { patchSize, shift, feature } = settings;
  const found = result.differences[shift]!;
  const grid = imageSize / patchSize;
  const choice = { shift, feature, features };
  const responses = featureMaps(result.responses, imageSize, {
    ...choice,
    places: shift,
    margin: (kernelSize - 1) / 2,
  });
  const places = Math.round(shift / patchSize);
  const tokens = featureMaps(result.tokens, grid, { ...choice, places, margin: 0 });
  return (
    <>
      <Announced class="shift-seen">{seen(shift, patchSize, found)}</Announced>
      <div class="shift-panels">
        <div class="shift-grid">
          <span class="shift-head">as it is</span>
          <span class="shift-head">shifted by {shift}</span>
          <span class="shift-head">moved back, minus as it is</span>
          <p>The picture.</p>
          <Window image={image} shift={0} />
          <Window image={image} shift={shift} />
          <span />
          <p>
            A convolution’s response, filter {feature + 1} of {features}: {kernelSize} ×{' '}
            {kernelSize} pixels, stride 1.
          </p>
          <Responses maps={responses} poster={poster} />
          <p>
            <span class="patch">Patch tokens</span>, number {feature + 1} of each, {grid} × {grid}.
          </p>
          <Tokens maps={tokens} />
        </div>
        <Panel
          title="Largest difference, for every shift."
          reading="Of all filters, as a share of the largest number. Ticks stand at whole patches."
        >
          <Curve result={result} settings={settings} />
          <dl class="shift-numbers">
            <div>
              <dt>convolution</dt>
              <dd data-number="convolution-difference">{percent(found.convolution)}</dd>
            </div>
            <div>
              <dt>patch tokens</dt>
              <dd data-number="token-difference">{percent(found.tokens)}</dd>
            </div>
          </dl>
        </Panel>
      </div>
    </>
  );
}

function Responses({ maps, poster }: { maps: FeatureMaps; poster: FiguresProps['poster'] }) {
  const names = ['Response', 'Response to the shifted picture', 'Difference of the responses'];
  return (
    <>
      {[maps.before, maps.after, maps.difference].map((map, i) => (
        <LargeMap key={i} map={map} {...maps} name={names[i]!} poster={poster} />
      ))}
    </>
  );
}

interface LargeMapProps extends FeatureMaps {
  map: Float32Array;
  name: string;
  poster: FiguresProps['poster'];
}

function LargeMap({ map, side, most, name, poster }: LargeMapProps) {
  const picture = useMemo(
    () => (palette: Palette) => heatmapPicture(map, side, side, palette.div, [-most, most]),
    [map, side, most],
  );
  const words = `${name}, ${side} by ${side}, within ±${scientific(most)}`;
  return (
    <div class="shift-map">
      <LiveCanvas picture={picture} name={words} poster={poster?.(map, side, most, words)} />
    </div>
  );
}

function Tokens({ maps }: { maps: FeatureMaps }) {
  const { before, after, difference, side, most } = maps;
  const map = (values: Float32Array, name: string) => (
    <SmallMap values={values} rows={side} columns={side} most={most} name={name} />
  );
  return (
    <>
      {map(before, 'Tokens')}
      {map(after, 'Tokens of the shifted picture')}
      {map(difference, 'Difference of the tokens')}
    </>
  );
}

const height = 280;

function Curve({ result, settings }: Pick<FiguresProps, 'result' | 'settings'>) {
  const [holder, width] = useWidth<HTMLDivElement>(440);
  const { patchSize, shift } = settings;
  const html = shiftCurve(
    {
      convolution: result.differences.map(({ convolution }) => convolution),
      tokens: result.differences.map(({ tokens }) => tokens),
      patchSize,
      chosen: shift,
    },
    { width, height },
  );
  return (
    <div ref={holder} class="shift-curve" style={`min-height:${height}px`}>
      <Markup html={html} />
    </div>
  );
}
