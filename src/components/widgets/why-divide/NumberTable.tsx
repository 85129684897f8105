import { useState } from 'preact/hooks';
import type { WidthSpread } from '../../../lib/engine/computations/why-divide.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';

/** Every width with its numbers, divided and not; written only while it is open. */
export function NumberTable({ spreads }: { spreads: WidthSpread[] | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && !spreads && <p class="pt">Nothing has been computed yet.</p>}
      {open && spreads && (
        <div tabIndex={0} role="group" aria-label="Every head width">
          <table>
            <thead>
              <tr>
                {['K', 'scores', 'spread', 'effective tokens', 'gradient, middle', 'row'].map(
                  (name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {spreads.flatMap(({ width, divided, undivided }) =>
                [['divided', divided] as const, ['not divided', undivided] as const].map(
                  ([name, spread]) => (
                    <tr key={`${width} ${name}`}>
                      <th scope="row">{width}</th>
                      <td>{name}</td>
                      <td>{spread.deviation.toFixed(3)}</td>
                      <td>{spread.effective.toFixed(2)}</td>
                      <td>{scientific(spread.keyGradient)}</td>
                      <td>{spread.rowGradient.toFixed(3)}</td>
                    </tr>
                  ),
                ),
              )}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
