import type { MaskedAttention } from '../../../lib/engine/computations/masked-attention.ts';
import { tokenName } from '../../../lib/figures/token-names.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import { maskingWords } from './settings.ts';

/** What every row sums to, in each of the three ways; written only while it is open. */
export function NumberTable({ masked }: { masked: MaskedAttention[] | undefined }) {
  return (
    <Numbers of={masked}>
      {(masked) => (
        <div class="mask-table" tabIndex={0} role="group" aria-label="Sums of the rows">
          <table>
            <caption>Sums of the rows</caption>
            <HeadRow of={['query', ...masked.map(({ masking }) => maskingWords[masking])]} />
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
    </Numbers>
  );
}
