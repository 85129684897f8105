import type { TokenReshapesResult } from '../../../lib/engine/computations/token-reshapes.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { Numbers } from '../../figures/Numbers.tsx';
import { inChannels, lineOf, patchSize, ways } from './settings.ts';

const shown = 8;

/** The first numbers of the first token, three ways; written only while it is open. */
export function NumberTable({ result }: { result: TokenReshapesResult | undefined }) {
  return (
    <Numbers of={result}>
      {(result) => (
        <div tabIndex={0} role="group" aria-label="The first token, three ways">
          <table>
            <caption>
              The first {shown} of {patchSize ** 2 * inChannels} numbers of the first token
            </caption>
            <tbody>
              {ways.map((way) => (
                <tr key={way}>
                  <th scope="row">{lineOf(way, result.convolved)}</th>
                  {Array.from({ length: shown }, (_, j) => (
                    <td key={j}>{signed(result[way].pictures[j]!)}</td>
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
