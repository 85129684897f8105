import type { TokenOrderResult } from '../../../lib/engine/computations/token-order.ts';
import { scientific, signed } from '../../../lib/figures/small-numbers.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import type { TableName } from './settings.ts';

interface NumberTableProps {
  /** Undefined until the engine has answered. */
  result: TokenOrderResult | undefined;
  table: TableName;
}

/** The class token's output of both pictures, number by number; written only while it is open. */
export function NumberTable({ result, table }: NumberTableProps) {
  const run = result?.runs.find(({ positionEmbedding }) => positionEmbedding === table);
  return (
    <Numbers of={run}>
      {(run) => (
        <div class="order-table" tabIndex={0} role="group" aria-label="The class token’s output">
          <table>
            <caption>y, positions: {table}</caption>
            <HeadRow of={['d', 'as it is', 'reordered', 'difference']} />
            <tbody>
              {Array.from(run.before, (value, d) => (
                <tr key={d}>
                  <th scope="row">{d + 1}</th>
                  <td>{signed(value, 5)}</td>
                  <td>{signed(run.after[d]!, 5)}</td>
                  <td>{scientific(Math.abs(run.after[d]! - value))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Numbers>
  );
}
