import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import type { MlpNeuronsResult } from '../../../lib/engine/computations/mlp-neurons.ts';
import type { ModelPicture } from '../../../lib/figures/model-pictures.ts';
import { largest } from '../../../lib/figures/pictures.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { gridSide } from '../../../lib/model/config.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { PatchPicture } from '../../model/PatchPicture.tsx';
import { LitPictures } from './LitPictures.tsx';
import type { SetPicture } from '../../model/set-pictures.ts';
import type { NeuronSettings } from './settings.ts';
import { UnitMap } from './UnitMap.tsx';
import { argMax, brightestFirst, unitsOf } from './units.ts';
import { patchWords, seen } from './words.ts';

interface FiguresProps {
  result: ForwardResult;
  image: ModelPicture;
  settings: NeuronSettings;
  change: (part: Partial<NeuronSettings>) => void;
  /** The bundled pictures and what they light up; null until they have been through the model. */
  set: { pictures: readonly SetPicture[]; found: MlpNeuronsResult } | null;
}

/** All units of a block, one of them over the picture, and the patches of other pictures that light it up. */
export function Figures({ result, image, settings, change, set }: FiguresProps) {
  const { config } = result;
  const block = Math.min(settings.block, config.depth - 1);
  const grid = gridSide(config);
  const units = unitsOf(result, block);
  const unit = Math.min(settings.unit ?? argMax(units.most), units.count - 1);
  const map = units.map(unit);
  const chosen = settings.patch ?? argMax(map);
  const patch = chosen < map.length ? chosen : argMax(map); // another model has fewer
  const order = set && brightestFirst(set.found, block, unit);
  const first = order && { ...order[0]!, name: set.pictures[order[0]!.picture]!.name };
  return (
    <>
      <Announced class="seen">{seen({ block, unit, map, grid, first })}</Announced>
      <div class="neuron-panels">
        <Panel
          title={`The ${units.count} hidden units of block ${block + 1}.`}
          reading={`Each one’s largest activation on this picture, 0 to ${largest(units.most).toFixed(2)}.`}
        >
          <UnitMap
            values={units.most}
            chosen={unit}
            onChoose={(to) => change({ unit: to, patch: null })}
            name={`Hidden units of block ${block + 1}; unit ${unit + 1} is chosen.`}
          />
        </Panel>
        <Panel
          title={`Unit ${unit + 1} over the picture.`}
          reading={`Its activation on each patch, from 0 to ${Math.max(0, map[argMax(map)]!).toFixed(2)}; below 0 as 0.`}
        >
          <PatchPicture
            image={image}
            grid={grid}
            map={map}
            chosen={patch}
            onChoose={(to) => change({ patch: to })}
            name={`Unit ${unit + 1} on ${map.length} patches; ${patchWords(patch, grid)} is chosen.`}
          />
        </Panel>
        <Panel title="The chosen patch." reading="The unit’s number before and after GELU.">
          <dl class="neuron-numbers">
            <Number name="patch" of="which" value={patchWords(patch, grid)} />
            <Number name="hidden" of="before GELU" value={signed(units.hidden(unit)[patch]!, 3)} />
            <Number name="activated" of="after" value={signed(map[patch]!, 3)} />
            {units.classToken(unit) !== null && (
              <Number
                name="class-token"
                of="after, on the class token"
                value={signed(units.classToken(unit)!, 3)}
              />
            )}
          </dl>
        </Panel>
      </div>
      <LitPictures pictures={set?.pictures ?? null} order={order} grid={grid} unit={unit} />
    </>
  );
}

function Number({ name, of, value }: { name: string; of: string; value: string }) {
  return (
    <div>
      <dt>{of}</dt>
      <dd data-number={name}>{value}</dd>
    </div>
  );
}
