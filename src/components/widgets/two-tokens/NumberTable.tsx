import { softmaxOf } from '../../../lib/figures/attention-head.ts';
import { compact, signed } from '../../../lib/figures/small-numbers.ts';
import { mixedValue } from '../../../lib/figures/two-tokens-figure.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import { values, type Scores } from './settings.ts';

/** Scores, exponentials, weights and values, token by token; written only while it is open. */
export function NumberTable({ scores }: { scores: Scores }) {
  return <Numbers>{() => <Table scores={scores} />}</Numbers>;
}

function Table({ scores }: { scores: Scores }) {
  const weights = softmaxOf([...scores]);
  const output = mixedValue(weights, values);
  return (
    <div class="two-table">
      <table>
        <HeadRow of={['token', 'score', 'exponential', 'weight', 'value']} />
        <tbody>
          {scores.map((score, i) => (
            <tr key={i}>
              <th scope="row">{i + 1}</th>
              <td>{signed(score, 1)}</td>
              <td>{compact(Math.exp(score))}</td>
              <td>{weights[i]!.toFixed(4)}</td>
              <td>{values[i]!.join(', ')}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">output</th>
            <td />
            <td />
            <td>{(weights[0]! + weights[1]!).toFixed(4)}</td>
            <td>{output.map((one) => signed(one, 4)).join(', ')}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
