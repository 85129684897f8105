import type { TokenLocalityResult } from '../../../lib/engine/computations/token-locality.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';

/** Each token's largest difference in both branches; written only while it is open. */
export function NumberTable({ result }: { result: TokenLocalityResult | undefined }) {
  return (
    <Numbers of={result}>
      {(result) => (
        <div class="locality-table" tabIndex={0} role="group" aria-label="Each token’s difference">
          <table>
            <HeadRow of={['token, the class token is 0', 'MLP', 'attention']} />
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
    </Numbers>
  );
}
