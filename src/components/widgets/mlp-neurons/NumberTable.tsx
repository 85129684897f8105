import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import type { MlpNeuronsResult } from '../../../lib/engine/computations/mlp-neurons.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { gridSide } from '../../../lib/model/config.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { MapTable } from '../../figures/MapTable.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import type { SetPicture } from '../../model/set-pictures.ts';
import type { NeuronSettings } from './settings.ts';
import { argMax, brightestFirst, unitsOf } from './units.ts';
import { patchWords } from './words.ts';

interface NumberTableProps {
  /** Undefined until the engine has answered. */
  result: ForwardResult | undefined;
  settings: NeuronSettings;
  set: { pictures: readonly SetPicture[]; found: MlpNeuronsResult } | null;
}

/** The chosen unit over the picture, and on each bundled picture; written only while it is open. */
export function NumberTable({ result, settings, set }: NumberTableProps) {
  return (
    <Numbers of={result}>
      {(result) => <Tables result={result} settings={settings} set={set} />}
    </Numbers>
  );
}

function Tables({ result, settings, set }: NumberTableProps & { result: ForwardResult }) {
  const block = Math.min(settings.block, result.config.depth - 1);
  const units = unitsOf(result, block);
  const unit = Math.min(settings.unit ?? argMax(units.most), units.count - 1);
  const grid = gridSide(result.config);
  return (
    <div class="neuron-tables">
      <MapTable caption={`Unit ${unit + 1} on each patch`} values={units.map(unit)} />
      {set && (
        <table>
          <caption>Each bundled picture’s brightest patch</caption>
          <HeadRow of={['picture', 'patch', 'activation']} />
          <tbody>
            {brightestFirst(set.found, block, unit).map(({ picture, patch, value }) => (
              <tr key={picture}>
                <th scope="row">{set.pictures[picture]!.name}</th>
                <td>{patchWords(patch, grid)}</td>
                <td>{signed(value, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
