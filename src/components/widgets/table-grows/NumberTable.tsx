import { signed } from '../../../lib/figures/small-numbers.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import { grid } from './settings.ts';
import type { Run } from './use-growth.ts';

const side = Array.from({ length: grid }, (_, i) => i);

/** The chosen position's map as numbers, laid out as the map is; written only while it is open. */
export function NumberTable({
  run,
  position,
}: {
  /** Undefined until the engine has answered. */
  run: Run | undefined;
  position: number;
}) {
  return (
    <Numbers of={run}>
      {({ result }) => (
        <div tabIndex={0} role="group" aria-label={`Cosines of position ${position}`}>
          <table>
            <caption>Cosine of position {position} with each position</caption>
            <HeadRow of={['row', ...side.map((column) => `column ${column}`)]} />
            <tbody>
              {side.map((row) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  {side.map((column) => (
                    <td key={column}>
                      {signed(result.cosines[(position * grid + row) * grid + column]!)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Numbers>
  );
}
