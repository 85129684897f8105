import { useState } from 'preact/hooks';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import type { Run } from './runs.ts';

/** The gradients of the run that is looked at, block by block; written only while it is open. */
export function NumberTable({ run }: { run: Run | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && !run && <p class="pt">Nothing has been computed yet.</p>}
      {open && run && (
        <div class="norm-table" tabIndex={0} role="group" aria-label="Lengths of the gradients">
          <table>
            <thead>
              <tr>
                {['block', 'pre-norm', 'post-norm'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from(run.result.pre, (pre, l) => (
                <tr key={l}>
                  <th scope="row">{l + 1}</th>
                  <td>{scientific(pre)}</td>
                  <td>{scientific(run.result.post[l]!)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
