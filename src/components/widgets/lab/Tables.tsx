import { useState } from 'preact/hooks';
import { classTokenWeights } from '../../../lib/figures/attention.ts';
import type { LabSnapshot } from '../../../lib/engine/lab-protocol.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { MapTable } from '../../figures/MapTable.tsx';
import { useLab, type LabPartProps } from './lab-view.ts';
import { decimals } from './lab-words.ts';

/** The figures as tables. */
export function Tables({ store }: LabPartProps) {
  const snapshot = useLab(store, (state) => state.snapshot);
  return (
    <>
      <Evaluations store={store} />
      {snapshot && <AttentionTable snapshot={snapshot} />}
      {snapshot?.positionSimilarity && <PositionTable similarity={snapshot.positionSimilarity} />}
    </>
  );
}

function Evaluations({ store }: LabPartProps) {
  const evaluations = useLab(store, (state) => state.evaluations);
  const caption = 'Loss and accuracy on the validation pictures';
  return (
    <div class="map-table" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">step</th>
            <th scope="col">loss</th>
            <th scope="col">accuracy</th>
          </tr>
        </thead>
        <tbody>
          {evaluations.map(({ step, loss, accuracy }) => (
            <tr key={step}>
              <th scope="row">{step}</th>
              <td>{decimals(loss)}</td>
              <td>{decimals(accuracy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AttentionTable({ snapshot }: { snapshot: LabSnapshot }) {
  const { attention, attentionShape } = snapshot;
  const [layers, heads] = attentionShape;
  const [block, setBlock] = useNumberWithin(1, layers);
  const [head, setHead] = useNumberWithin(1, heads);
  return (
    <div>
      <NumberField label="block" min={1} max={layers} value={block} onInput={setBlock} />
      <NumberField label="head" min={1} max={heads} value={head} onInput={setHead} />
      <MapTable
        caption={`Attention of the class token at step ${snapshot.step}, block ${block}, head ${head}`}
        values={classTokenWeights(attention, attentionShape, block - 1, head - 1)}
      />
    </div>
  );
}

function PositionTable({ similarity }: { similarity: Float32Array }) {
  const count = Math.sqrt(similarity.length);
  const [position, setPosition] = useNumberWithin(1, count);
  return (
    <div>
      <NumberField label="position" min={1} max={count} value={position} onInput={setPosition} />
      <MapTable
        caption={`Cosine of position ${position} with all ${count}`}
        values={similarity.subarray((position - 1) * count, position * count)}
        digits={2}
      />
    </div>
  );
}

/** A whole number that stays between two bounds, whatever is typed. */
function useNumberWithin(min: number, max: number) {
  const [value, setValue] = useState(min);
  const set = (typed: number) => Number.isInteger(typed) && typed >= min && setValue(typed);
  return [Math.min(value, max), (typed: number) => void set(typed)] as const;
}
