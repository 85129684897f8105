import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { readingsOf, stationsOf } from '../../../lib/figures/stream.ts';
import { tokenName } from '../../../lib/figures/token-names.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';

interface NumberTableProps {
  /** Undefined until the engine has answered. */
  result: ForwardResult | undefined;
  token: number;
}

/** The readings of the chosen token; written only while they are open. */
export function NumberTable({ result, token }: NumberTableProps) {
  return (
    <Numbers of={result}>
      {(result) => (
        <div class="scroll" tabIndex={0} role="group" aria-label="The token along the stream">
          <table>
            <caption>{tokenName(token)}</caption>
            <HeadRow
              of={[
                'station',
                'length',
                'added',
                'cosine with the start',
                'with the station before',
              ]}
            />
            <tbody>
              {readingsOf(stationsOf(result.trace, result.config.depth), token).map((reading) => (
                <tr key={reading.name}>
                  <th scope="row">{reading.name}</th>
                  <td>{reading.length.toFixed(4)}</td>
                  <td>{reading.added.toFixed(4)}</td>
                  <td>{signed(reading.withFirst, 4)}</td>
                  <td>{signed(reading.withBefore, 4)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Numbers>
  );
}
