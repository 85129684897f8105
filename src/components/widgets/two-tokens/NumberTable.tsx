import { useState } from 'preact/hooks';
import { softmaxOf } from '../../../lib/figures/attention-head.ts';
import { compact, signed } from '../../../lib/figures/small-numbers.ts';
import { mixedValue } from '../../../lib/figures/two-tokens-figure.ts';
import { values, type Scores } from './settings.ts';

/** Scores, exponentials, weights and values, token by token; written only while it is open. */
export function NumberTable({ scores }: { scores: Scores }) {
  const [open, setOpen] = useState(false);
  const weights = softmaxOf([...scores]);
  const output = mixedValue(weights, values);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && (
        <div class="two-table">
          <table>
            <thead>
              <tr>
                {['token', 'score', 'exponential', 'weight', 'value'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
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
      )}
    </details>
  );
}
