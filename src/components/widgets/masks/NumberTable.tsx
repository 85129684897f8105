import { useState } from 'preact/hooks';
import type { MaskedAttention } from '../../../lib/engine/computations/masked-attention.ts';
import { tokenName } from '../../../lib/figures/token-names.ts';
import { maskingWords } from './settings.ts';

/** What every row sums to, in each of the three ways; written only while it is open. */
export function NumberTable({ masked }: { masked: MaskedAttention[] | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && !masked && <p class="pt">Nothing has been computed yet.</p>}
      {open && masked && (
        <div class="mask-table" tabIndex={0} role="group" aria-label="Sums of the rows">
          <table>
            <caption>Sums of the rows</caption>
            <thead>
              <tr>
                <th scope="col">query</th>
                {masked.map(({ masking }) => (
                  <th key={masking} scope="col">
                    {maskingWords[masking]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {masked[0]!.sums.map((_, query) => (
                <tr key={query}>
                  <th scope="row">{tokenName(query)}</th>
                  {masked.map(({ masking, sums }) => (
                    <td key={masking}>{sums[query]!.toFixed(4)}</td>
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
