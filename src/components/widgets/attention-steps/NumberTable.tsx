import { matrixRow, scoresOf } from '../../../lib/figures/attention-head.ts';
import { compact, signed } from '../../../lib/figures/small-numbers.ts';
import { tokenName, tokenWords } from '../../../lib/figures/token-names.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import type { View } from './use-view.ts';

/** The whole row of the query, key by key; written only while it is open. */
export function NumberTable({ view, query }: { view: View | null; query: number }) {
  return <Numbers of={view}>{(view) => <Row view={view} query={query} />}</Numbers>;
}

function Row({ view, query }: { view: View; query: number }) {
  const { head, divisor } = view;
  const weights = matrixRow(head.weights, head.tokens, query);
  const caption = `The row of ${tokenWords(query)}`;
  return (
    <div class="steps-table" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <HeadRow of={['key', 'score', `over ${divisor.toFixed(2)}`, 'exponential', 'weight']} />
        <tbody>
          {scoresOf(head, query).map((score, key) => (
            <tr key={key}>
              <th scope="row">{tokenName(key)}</th>
              <td>{signed(score, 3)}</td>
              <td>{signed(score / divisor, 3)}</td>
              <td>{compact(Math.exp(score / divisor))}</td>
              <td>{weights[key]!.toFixed(4)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
