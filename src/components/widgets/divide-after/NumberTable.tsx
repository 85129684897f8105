import type { DividedAfterResult } from '../../../lib/engine/computations/divided-after.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import { placeWords } from './settings.ts';

/** Every number of the three ways, and the first query's row; written only while it is open. */
export function NumberTable({ result }: { result: DividedAfterResult | undefined }) {
  return (
    <Numbers of={result}>
      {(result) => (
        <div class="after-table" tabIndex={0} role="group" aria-label="The row of the first query">
          <table>
            <caption>The row of the first query, head 1</caption>
            <HeadRow
              of={['key', ...result.divisions.map(({ place }) => placeWords[place].title)]}
            />
            <tbody>
              {Array.from({ length: result.tokens }, (_, key) => (
                <tr key={key}>
                  <th scope="row">{key}</th>
                  {result.divisions.map(({ place, weights }) => (
                    <td key={place}>{weights[key]!.toFixed(5)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Numbers>
  );
}
