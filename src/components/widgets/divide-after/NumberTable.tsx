import { useState } from 'preact/hooks';
import type { DividedAfterResult } from '../../../lib/engine/computations/divided-after.ts';
import { placeWords } from './settings.ts';

/** Every number of the three ways, and the first query's row; written only while it is open. */
export function NumberTable({ result }: { result: DividedAfterResult | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && !result && <p class="pt">Nothing has been computed yet.</p>}
      {open && result && (
        <div class="after-table" tabIndex={0} role="group" aria-label="The row of the first query">
          <table>
            <caption>The row of the first query, head 1</caption>
            <thead>
              <tr>
                <th scope="col">key</th>
                {result.divisions.map(({ place }) => (
                  <th key={place} scope="col">
                    {placeWords[place].title}
                  </th>
                ))}
              </tr>
            </thead>
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
    </details>
  );
}
