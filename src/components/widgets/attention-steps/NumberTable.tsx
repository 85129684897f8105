import { useState } from 'preact/hooks';
import { matrixRow, scoresOf } from '../../../lib/figures/attention-head.ts';
import { compact, signed } from '../../../lib/figures/small-numbers.ts';
import { tokenName, tokenWords } from '../../../lib/figures/token-names.ts';
import type { View } from './use-view.ts';

/** The whole row of the query, key by key; written only while it is open. */
export function NumberTable({ view, query }: { view: View | null; query: number }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && !view && <p class="pt">Nothing has been computed yet.</p>}
      {open && view && <Row view={view} query={query} />}
    </details>
  );
}

function Row({ view, query }: { view: View; query: number }) {
  const { head, divisor } = view;
  const weights = matrixRow(head.weights, head.tokens, query);
  const caption = `The row of ${tokenWords(query)}`;
  return (
    <div class="steps-table" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {['key', 'score', `over ${divisor.toFixed(2)}`, 'exponential', 'weight'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
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
