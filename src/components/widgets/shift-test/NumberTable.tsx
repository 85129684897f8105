import type { ShiftTestResult } from '../../../lib/engine/computations/shift-test.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import { percent } from './words.ts';

/** The differences of every shift; written only while it is open. */
export function NumberTable({ result }: { result: ShiftTestResult | undefined }) {
  return (
    <Numbers of={result}>
      {(result) => (
        <div class="shift-table" tabIndex={0} role="group" aria-label="Differences of every shift">
          <table>
            <caption>Largest difference, as a share of the largest number</caption>
            <HeadRow of={['pixels', 'convolution', 'patch tokens']} />
            <tbody>
              {result.differences.map(({ convolution, tokens }, shift) => (
                <tr key={shift}>
                  <th scope="row">{shift}</th>
                  <td>{percent(convolution)}</td>
                  <td>{percent(tokens)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Numbers>
  );
}
