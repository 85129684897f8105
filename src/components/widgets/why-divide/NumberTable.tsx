import type { WidthSpread } from '../../../lib/engine/computations/why-divide.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';

/** Every width with its numbers, divided and not; written only while it is open. */
export function NumberTable({ spreads }: { spreads: WidthSpread[] | undefined }) {
  return (
    <Numbers of={spreads}>
      {(spreads) => (
        <div tabIndex={0} role="group" aria-label="Every head width">
          <table>
            <HeadRow
              of={['K', 'scores', 'spread', 'effective tokens', 'gradient, middle', 'row']}
            />
            <tbody>
              {spreads.flatMap(({ width, divided, undivided }) =>
                [['divided', divided] as const, ['not divided', undivided] as const].map(
                  ([name, spread]) => (
                    <tr key={`${width} ${name}`}>
                      <th scope="row">{width}</th>
                      <td>{name}</td>
                      <td>{spread.deviation.toFixed(3)}</td>
                      <td>{spread.effective.toFixed(2)}</td>
                      <td>{scientific(spread.keyGradient)}</td>
                      <td>{spread.rowGradient.toFixed(3)}</td>
                    </tr>
                  ),
                ),
              )}
            </tbody>
          </table>
        </div>
      )}
    </Numbers>
  );
}
