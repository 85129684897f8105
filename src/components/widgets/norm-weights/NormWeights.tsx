/** What a model's norms have learned: the gain and the offset of every channel. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { weightsKey, weightsWords } from '../../../lib/model/checkpoint.ts';
import { Numbers } from '../../figures/Numbers.tsx';
import { useModelInput } from '../../model/model-input.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { normRows, type NormRow } from './rows.ts';

/** The figures, drawn when the site was built, are the children. */
export default function NormWeights({ children }: { children?: ComponentChildren }) {
  const input = useModelInput();
  const key = input && weightsKey(input.weights);
  const request = useMemo(() => input && (() => ({ weights: input.weights })), [key]);
  const [computation, tryAgain] = useComputation('norm-weights', 'modelParameters', request);
  const { result, request: asked } = computation;
  const rows = useMemo(() => result && normRows(result), [result]);
  return (
    <Widget
      name="norm-weights"
      title="Gains and offsets"
      intro="Of all norms of the model; choose other weights at the top of the page."
      state={computation.state}
      backend={computation.backend}
    >
      {rows ? <Figures rows={rows} /> : children}
      <EngineStatus
        computation={computation}
        facts={[asked && weightsWords(asked.weights), 'no picture: weights alone']}
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['layer-norm']} />
      </EngineStatus>
      <NumberTable rows={rows} />
    </Widget>
  );
}

/** Every gain and offset. */
function NumberTable({ rows }: { rows: readonly NormRow[] | undefined }) {
  return (
    <Numbers of={rows}>
      {(rows) => (
        <div class="norm-table" tabIndex={0} role="group" aria-label="Gains and offsets">
          <table>
            <thead>
              <tr>
                <th scope="col">channel</th>
                {rows.flatMap(({ name }) => [
                  <th key={`${name} gain`} scope="col">{`${name}: gain`}</th>,
                  <th key={`${name} offset`} scope="col">
                    offset
                  </th>,
                ])}
              </tr>
            </thead>
            <tbody>
              {Array.from(rows[0]!.weight, (_, d) => (
                <tr key={d}>
                  <th scope="row">{d}</th>
                  {rows.flatMap(({ name, weight, bias }) => [
                    <td key={`${name} gain`}>{signed(weight[d]!)}</td>,
                    <td key={`${name} offset`}>{bias ? signed(bias[d]!) : '–'}</td>,
                  ])}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Numbers>
  );
}
