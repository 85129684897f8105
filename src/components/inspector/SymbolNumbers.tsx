import { useState } from 'preact/hooks';
import { signed } from '../../lib/figures/small-numbers.ts';
import { firstRows } from './first-rows.ts';
import type { SymbolValue } from './symbol-values.ts';
import { moreRows } from './words.ts';

/** The numbers of a symbol's value, or as many as fit in a small table; written only while it is open. */
export function SymbolNumbers({ value }: { value: SymbolValue }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers insp-numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && <Rows value={value} />}
    </details>
  );
}

function Rows({ value }: { value: SymbolValue }) {
  const { rows, more } = firstRows(value);
  return (
    <div tabIndex={0} role="group" aria-label="The first numbers of the value">
      <table>
        <thead>
          <tr>
            <th scope="col">row</th>
            {rows[0]!.numbers.map((_, column) => (
              <th key={column} scope="col">
                {column + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, numbers }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {numbers.map((number, column) => (
                <td key={column}>{signed(number)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="insp-where">{moreRows(value.shape, more)}</p>
    </div>
  );
}
