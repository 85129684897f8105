import { useState } from 'preact/hooks';
import type { TokenLocalityResult } from '../../../lib/engine/computations/token-locality.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';

/** Each token's largest difference in both branches; written only while it is open. */
export function NumberTable({ result }: { result: TokenLocalityResult | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && !result && <p class="pt">Nothing has been computed yet.</p>}
      {open && result && (
        <div class="locality-table" tabIndex={0} role="group" aria-label="Each token’s difference">
          <table>
            <thead>
              <tr>
                <th scope="col">token, the class token is 0</th>
                <th scope="col">MLP</th>
                <th scope="col">attention</th>
              </tr>
            </thead>
            <tbody>
              {Array.from(result.mlp, (difference, token) => (
                <tr key={token}>
                  <th scope="row">{token}</th>
                  <td>{scientific(difference)}</td>
                  <td>{scientific(result.attention[token]!)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
