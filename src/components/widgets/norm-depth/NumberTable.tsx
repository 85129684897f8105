import { scientific } from '../../../lib/figures/small-numbers.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import type { Run } from './runs.ts';

/** The gradients of the run that is looked at, block by block; written only while it is open. */
export function NumberTable({ run }: { run: Run | undefined }) {
  return (
    <Numbers of={run}>
      {(run) => (
        <div class="norm-table" tabIndex={0} role="group" aria-label="Lengths of the gradients">
          <table>
            <HeadRow of={['block', 'pre-norm', 'post-norm']} />
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
    </Numbers>
  );
}
