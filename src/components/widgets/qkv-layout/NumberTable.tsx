import { useState } from 'preact/hooks';
import type { QkvLayoutsResult } from '../../../lib/engine/computations/qkv-layouts.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { columnName } from './words.ts';

/** What each column makes in either order, and the differences; written only while it is open. */
export function NumberTable({ result }: { result: QkvLayoutsResult | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && !result && <p class="pt">Nothing has been computed yet.</p>}
      {open && result && <Tables result={result} />}
    </details>
  );
}

function Tables({ result: { config, largest, differences } }: { result: QkvLayoutsResult }) {
  const { embedDim: D, numHeads: H } = config;
  return (
    <div class="qkv-table" tabIndex={0} role="group" aria-label="The columns of the matrix">
      <table>
        <caption>
          The columns. Largest output {scientific(largest)}; largest differences: three matrices{' '}
          {scientific(differences.three)}, moved {scientific(differences.moved)}, misread{' '}
          {scientific(differences.misread)}, without bias {scientific(differences.unbiased)}
        </caption>
        <thead>
          <tr>
            {['column', 'q, k, v', '(h d qkv)'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 3 * D }, (_, c) => (
            <tr key={c}>
              <th scope="row">{c + 1}</th>
              <td>{columnName(c, D, H, 'blocks')}</td>
              <td>{columnName(c, D, H, 'woven')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
