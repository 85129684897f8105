import { useState } from 'preact/hooks';
import type { TokenOrderResult } from '../../../lib/engine/computations/token-order.ts';
import { scientific, signed } from '../../../lib/figures/small-numbers.ts';
import type { TableName } from './settings.ts';

interface NumberTableProps {
  /** Undefined until the engine has answered. */
  result: TokenOrderResult | undefined;
  table: TableName;
}

/** The class token's output of both pictures, number by number; written only while it is open. */
export function NumberTable({ result, table }: NumberTableProps) {
  const [open, setOpen] = useState(false);
  const run = result?.runs.find(({ positionEmbedding }) => positionEmbedding === table);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && !run && <p class="pt">Nothing has been computed yet.</p>}
      {open && run && (
        <div class="order-table" tabIndex={0} role="group" aria-label="The class token’s output">
          <table>
            <caption>y, positions: {table}</caption>
            <thead>
              <tr>
                {['d', 'as it is', 'reordered', 'difference'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
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
    </details>
  );
}
