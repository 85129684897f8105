import { useState } from 'preact/hooks';
import type { ShiftTestResult } from '../../../lib/engine/computations/shift-test.ts';
import { percent } from './words.ts';

/** The differences of every shift; written only while it is open. */
export function NumberTable({ result }: { result: ShiftTestResult | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && !result && <p class="pt">Nothing has been computed yet.</p>}
      {open && result && (
        <div class="shift-table" tabIndex={0} role="group" aria-label="Differences of every shift">
          <table>
            <caption>Largest difference, as a share of the largest number</caption>
            <thead>
              <tr>
                {['pixels', 'convolution', 'patch tokens'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {result.differences.map(({ convolution, tokens }, shift) => (
                <tr key={shift}>
                  <th scope="row">{shift}</th>
                  <td>{percent(convolution)}</td>
                  <td>{percent(tokens)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
