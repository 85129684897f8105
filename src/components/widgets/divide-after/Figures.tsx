import { useMemo } from 'preact/hooks';
import type {
  DividedAfterResult,
  Division,
} from '../../../lib/engine/computations/divided-after.ts';
import { heatmapMarkup } from '../../../lib/figures/markup.ts';
import { heatmapPicture, largest } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { Announced } from '../../controls/Announced.tsx';
import { LiveCanvas } from '../../figures/LiveCanvas.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { drawnTokens, placeWords } from './settings.ts';
import { seen } from './words.ts';

/** The weights divided before and after, on one scale, and the numbers of all three ways. */
export function Figures({ result }: { result: DividedAfterResult }) {
  const { divisions, tokens, width, embedDim } = result;
  const [right, , after] = divisions as [Division, Division, Division];
  const corners = useMemo(
    () => [right, after].map(({ weights }) => cornerOf(weights, tokens)),
    [result],
  );
  const most = largest(corners[0]!);
  const part = `The first ${Math.min(drawnTokens, tokens)} queries and keys of ${tokens}, head 1.`;
  return (
    <>
      <Announced class="seen">{seen(result)}</Announced>
      <div class="after-panels">
        <Panel title="Divided before the softmax." reading={part}>
          <Weights values={corners[0]!} most={most} name="Weights, divided before the softmax" />
        </Panel>
        <Panel title="Divided after it." reading="The same queries and keys, on the same scale.">
          <Weights values={corners[1]!} most={most} name="Weights, divided after the softmax" />
        </Panel>
        <Panel
          title="Three ways, in numbers."
          reading={`Means over all heads and queries; K = ${width}, D = ${embedDim}.`}
        >
          <div class="scroll" tabIndex={0} role="group" aria-label="Three ways, in numbers">
            <table>
              <thead>
                <tr>
                  {['scores divided', 'effective tokens', 'row sum', 'output'].map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>{divisions.map(Row)}</tbody>
            </table>
          </div>
        </Panel>
      </div>
    </>
  );
}

function Row({ place, effective, rowSum, outputLength }: Division) {
  const { title, formula } = placeWords[place];
  return (
    <tr key={place}>
      <th scope="row">
        {title}
        <small>{formula}</small>
      </th>
      <td data-number={`${place}-effective`}>{effective.toFixed(1)}</td>
      <td data-number={`${place}-sum`}>{rowSum.toFixed(4)}</td>
      <td data-number={`${place}-output`}>{scientific(outputLength)}</td>
    </tr>
  );
}

function Weights({ values, most, name }: { values: Float32Array; most: number; name: string }) {
  const side = Math.sqrt(values.length);
  const picture = useMemo(
    () => (palette: Palette) => heatmapPicture(values, side, side, palette.seq, [0, most]),
    [values, most],
  );
  const poster = <Markup html={heatmapMarkup(values, side, side, 'seq', [0, most], name)} />;
  return (
    <>
      <div class="after-map">
        <LiveCanvas picture={picture} name={name} poster={poster} />
      </div>
      <p class="keyline" aria-hidden="true">
        <span>0</span>
        <i />
        <span>{scientific(most)}</span>
      </p>
    </>
  );
}

/** The first rows and columns of a [T, T] matrix. */
function cornerOf(matrix: Float32Array, tokens: number): Float32Array {
  const side = Math.min(drawnTokens, tokens);
  return Float32Array.from(
    { length: side * side },
    (_, i) => matrix[Math.floor(i / side) * tokens + (i % side)]!,
  );
}
