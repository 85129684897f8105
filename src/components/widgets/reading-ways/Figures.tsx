import type { ReadSequenceResult } from '../../../lib/engine/computations/read-sequence.ts';
import type { TrainHeadsResult } from '../../../lib/engine/computations/train-heads.ts';
import type { VitConfig } from '../../../lib/model/config.ts';
import { readingWays, type ReadingWay } from '../../../lib/model/reading-ways.ts';
import { Announced } from '../../controls/Announced.tsx';
import { SmallMap } from '../../figures/SmallMap.tsx';
import { ownParameters, training, wayNames } from './settings.ts';
import { guess, percent, seen } from './words.ts';

interface FiguresProps {
  result: ReadSequenceResult;
  config: VitConfig;
  classNames: readonly string[];
  /** Null until the reader has trained them. */
  heads: TrainHeadsResult | null;
}

/** A row for each way: the vector, its shape, what the way costs and, once trained, how well it reads. */
export function Figures({ result, config, classNames, heads }: FiguresProps) {
  const most = Math.max(...readingWays.flatMap((way) => Array.from(result.vectors[way], Math.abs)));
  return (
    <>
      <Announced class="seen">{seen(result, config, heads)}</Announced>
      <div class="scroll ways" tabIndex={0} role="group" aria-label="Five ways to read a sequence">
        <table>
          <thead>
            <tr>
              <th scope="col">read from</th>
              <th scope="col" class="l">
                what the head gets, y
              </th>
              <th scope="col">numbers of its own</th>
              <th scope="col">right of {training.testImages}</th>
              <th scope="col">your picture</th>
            </tr>
          </thead>
          <tbody>
            {readingWays.map((way) => (
              <tr key={way}>
                <th scope="row">
                  {wayNames[way].name}
                  <span class="how">{wayNames[way].how}</span>
                </th>
                <td class="l">
                  <Vector vector={result.vectors[way]} width={result.width} most={most} way={way} />
                </td>
                <td>{ownParameters(way, config).toLocaleString('en-GB')}</td>
                <td data-number={`accuracy-${way}`}>
                  {heads ? percent(heads[way].accuracy) : 'not trained'}
                </td>
                <td>{heads ? guess(heads[way], classNames) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="keyline" aria-hidden="true">
        <span>−{most.toFixed(1)}</span>
        <i class="div" />
        <span>{most.toFixed(1)}</span>
      </p>
    </>
  );
}

interface VectorProps {
  vector: Float32Array;
  /** D. */
  width: number;
  most: number;
  way: ReadingWay;
}

function Vector({ vector, width, most, way }: VectorProps) {
  const rows = vector.length / width;
  const shape = rows === 1 ? `[${width}]` : `[${rows}, ${width}]`;
  return (
    <span class="vector">
      <SmallMap
        values={vector}
        rows={rows}
        columns={width}
        most={most}
        name={`y read from ${wayNames[way].name}, ${shape}`}
      />
      <span class="shape">{shape}</span>
    </span>
  );
}
