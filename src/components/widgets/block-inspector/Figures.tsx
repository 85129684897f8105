import { useMemo } from 'preact/hooks';
import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import { heatmapMarkup } from '../../../lib/figures/markup.ts';
import type { ModelPicture } from '../../../lib/figures/model-pictures.ts';
import { heatmapPicture } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import { directionFigure, lengthFigure } from '../../../lib/figures/stream-figure.ts';
import {
  meanReadings,
  readingsOf,
  stationsOf,
  type Plain,
  type Station,
} from '../../../lib/figures/stream.ts';
import { tokenName } from '../../../lib/figures/token-names.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Choice } from '../../figures/Choice.tsx';
import { LiveCanvas } from '../../figures/LiveCanvas.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { PatchPicture } from '../../model/PatchPicture.tsx';
import { seen } from './words.ts';

interface FiguresProps {
  result: ForwardResult;
  image: ModelPicture;
  /** The chosen token: 0 is the class token. */
  token: number;
  onChoose: (token: number) => void;
}

const chartHeight = 218;

/** One token's way through the blocks, and the whole stream at each of them. */
export function Figures({ result, image, token, onChoose }: FiguresProps) {
  const { trace, config } = result;
  const stations = useMemo(() => stationsOf(trace, config.depth), [result]);
  const readings = useMemo(() => readingsOf(stations, token), [stations, token]);
  const mean = useMemo(() => meanReadings(stations), [stations]);
  const grid = config.imageSize / config.patchSize;
  return (
    <>
      <Announced class="seen">{seen(readings, token)}</Announced>
      <div class="stream-panels">
        <Panel title="The picture." reading="Choose a patch; its token is followed.">
          <PatchPicture
            image={image}
            grid={grid}
            chosen={token - 1}
            onChoose={(patch) => onChoose(patch + 1)}
            name={`${grid * grid} patches; chosen: ${tokenName(token)}.`}
          />
        </Panel>
        <Panel
          title="How long the token is."
          reading="Line: its length. Bars: the length of what the branch adds. Thin: mean of all tokens."
        >
          <Chart
            draw={(width) => lengthFigure({ readings, mean }, { width, height: chartHeight })}
          />
        </Panel>
        <Panel
          title="Where it points."
          reading="Cosine with the token as it was embedded; dashed, with the station before. Thin: mean of all tokens."
        >
          <Chart
            draw={(width) => directionFigure({ readings, mean }, { width, height: chartHeight })}
          />
        </Panel>
      </div>
      <Stream stations={stations} token={token} onChoose={onChoose} />
    </>
  );
}

function Chart({ draw }: { draw: (width: number) => string }) {
  const [holder, width] = useWidth<HTMLDivElement>(300);
  return (
    <div ref={holder} style={`min-height:${chartHeight}px`}>
      <Markup html={draw(Math.min(width, 420))} />
    </div>
  );
}

interface StreamProps {
  stations: readonly Station[];
  token: number;
  onChoose: (token: number) => void;
}

/** The stream itself, z at the start and after each block, all on one scale: a row is a token, a column a number. */
function Stream({ stations, token, onChoose }: StreamProps) {
  const shown = stations.filter((_, i) => i % 2 === 0);
  const most = Math.max(
    ...shown.map(({ stream }) =>
      Array.from(stream.values).reduce((largest, value) => Math.max(largest, Math.abs(value)), 0),
    ),
  );
  const [T, D] = shown[0]!.stream.shape;
  return (
    <figure class="panel stream">
      <figcaption>
        <b>The stream.</b> After the embedding and after each block: {T} tokens down, {D} numbers
        across, all on one scale. Press a row to follow its token.
      </figcaption>
      <div class="stream-maps">
        {shown.map(({ name, stream }, i) => (
          <div key={name}>
            <StreamMap {...{ name, stream, most, token, onChoose }} />
            <p class="ax">
              z<sub>{i}</sub> <span>[{stream.shape.join(', ')}]</span>
            </p>
          </div>
        ))}
      </div>
      <p class="keyline" aria-hidden="true">
        <span>−{most.toFixed(1)}</span>
        <i class="div" />
        <span>{most.toFixed(1)}</span>
      </p>
    </figure>
  );
}

interface StreamMapProps {
  name: string;
  stream: Plain;
  most: number;
  token: number;
  onChoose: (token: number) => void;
}

function StreamMap({ name, stream, most, token, onChoose }: StreamMapProps) {
  const [rows, columns] = stream.shape as [number, number];
  const range = [-most, most] as const;
  const picture = useMemo(
    () => (palette: Palette) => heatmapPicture(stream.values, rows, columns, palette.div, range),
    [stream, most],
  );
  const label = `The stream, ${name === 'embedded' ? name : `after ${name.split(',')[0]}`}: ${rows} tokens by ${columns} numbers.`;
  const poster = <Markup html={heatmapMarkup(stream.values, rows, columns, 'div', range, label)} />;
  return (
    <Choice layout={{ rows, columns: 1 }} chosen={token} onChoose={onChoose} label={label}>
      <LiveCanvas picture={picture} name={label} poster={poster} />
    </Choice>
  );
}
