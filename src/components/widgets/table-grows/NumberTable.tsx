import { useState } from 'preact/hooks';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { grid } from './settings.ts';
import type { Run } from './use-growth.ts';

/** The chosen position's map as numbers, laid out as the map is; written only while it is open. */
export function NumberTable({
  run,
  position,
}: {
  /** Undefined until the engine has answered. */
  run: Run | undefined;
  position: number;
}) {
  const [open, setOpen] = useState(false);
  const side = Array.from({ length: grid }, (_, i) => i);
  const at = (row: number, column: number) =>
    run!.result.cosines[position * grid * grid + row * grid + column]!;
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && !run && <p class="pt">Nothing has been computed yet.</p>}
      {open && run && (
        <div tabIndex={0} role="group" aria-label={`Cosines of position ${position}`}>
          <table>
            <caption>Cosine of position {position} with each position</caption>
            <thead>
              <tr>
                <th scope="col">row</th>
                {side.map((column) => (
                  <th key={column} scope="col">
                    column {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {side.map((row) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  {side.map((column) => (
                    <td key={column}>{signed(at(row, column))}</td>
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
