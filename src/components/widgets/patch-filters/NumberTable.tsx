import { useState } from 'preact/hooks';
import type { PatchFiltersResult } from '../../../lib/engine/computations/patch-filters.ts';
import { levels } from './words.ts';

/** The errors of both sets for every number of filters; written only while it is open. */
export function NumberTable({ result }: { result: PatchFiltersResult | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && !result && <p class="pt">Nothing has been computed yet.</p>}
      {open && result && (
        <div class="filters-table" tabIndex={0} role="group" aria-label="Errors by filters">
          <table>
            <caption>Root mean square error, levels of 255</caption>
            <thead>
              <tr>
                {['filters', 'principal components', 'random directions'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
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
    </details>
  );
}
