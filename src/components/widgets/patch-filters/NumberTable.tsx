import type { PatchFiltersResult } from '../../../lib/engine/computations/patch-filters.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import { levels } from './words.ts';

/** The errors of both sets for every number of filters; written only while it is open. */
export function NumberTable({ result }: { result: PatchFiltersResult | undefined }) {
  return (
    <Numbers of={result}>
      {(result) => (
        <div class="filters-table" tabIndex={0} role="group" aria-label="Errors by filters">
          <table>
            <caption>Root mean square error, levels of 255</caption>
            <HeadRow of={['filters', 'principal components', 'random directions']} />
            <tbody>
              {result.principal.errors.map((error, k) => (
                <tr key={k}>
                  <th scope="row">{k}</th>
                  <td>{levels(error)}</td>
                  <td>{levels(result.random.errors[k]!)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Numbers>
  );
}
