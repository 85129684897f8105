import type { DropoutDrawsResult } from '../../../lib/engine/computations/dropout-draws.ts';
import { columnOf, runningMean } from '../../../lib/figures/running-mean.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';

interface NumberTableProps {
  /** Undefined until the engine has answered. */
  result: DropoutDrawsResult | undefined;
  values: Float32Array | undefined;
  draws: number;
}

/** Every unit with its last mask and its mean; written only while it is open. */
export function NumberTable({ result, values, draws }: NumberTableProps) {
  return (
    <Numbers of={result && values && { result, values }}>
      {({ result, values }) => (
        <div class="drop-table" tabIndex={0} role="group" aria-label="Every unit">
          <table>
            <HeadRow
              of={['unit', 'value', `mask of draw ${draws}`, 'mean of the draws', 'its error']}
            />
            <tbody>
              {Array.from(values, (value, unit) => {
                const own = runningMean(columnOf(result.output, values.length, unit, draws));
                return (
                  <tr key={unit}>
                    <th scope="row">{unit + 1}</th>
                    <td>{signed(value, 4)}</td>
                    <td>{result.mask[(draws - 1) * values.length + unit]!.toFixed(3)}</td>
                    <td>{signed(own.means[draws - 1]!, 4)}</td>
                    <td>{Number.isFinite(own.error) ? own.error.toFixed(4) : 'none'}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Numbers>
  );
}
