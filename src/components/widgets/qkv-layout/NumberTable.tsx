import type { QkvLayoutsResult } from '../../../lib/engine/computations/qkv-layouts.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import { columnName } from './words.ts';

/** What each column makes in either order, and the differences; written only while it is open. */
export function NumberTable({ result }: { result: QkvLayoutsResult | undefined }) {
  return <Numbers of={result}>{(result) => <Tables result={result} />}</Numbers>;
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
        <HeadRow of={['column', 'q, k, v', '(h d qkv)']} />
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
