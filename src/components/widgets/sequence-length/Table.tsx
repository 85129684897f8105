import { inWords, withPrefix } from '../../../lib/figures/large-numbers.ts';
import { whole } from '../../../lib/figures/words.ts';
import type { TokenKind } from '../../../lib/model/sequence-cost.ts';
import type { LengthRow } from './count.ts';

const kindNames: Record<TokenKind, string> = {
  value: 'every value',
  pixel: 'every pixel',
  patch: 'every patch',
};

interface TableProps {
  rows: readonly LengthRow[];
  /** H. */
  heads: number;
}

/** What each choice of a token costs. */
export function Table({ rows, heads }: TableProps) {
  return (
    <div class="scroll length-table" tabIndex={0} role="group" aria-label="What a sequence costs">
      <table>
        <thead>
          <tr>
            <th scope="col">one token for</th>
            <th scope="col">tokens</th>
            <th scope="col" colSpan={2}>
              scores of one head
            </th>
            <th scope="col">in float32</th>
            <th scope="col">{heads} heads</th>
            <th scope="col">FLOPs of a block</th>
            <th scope="col">share of the products</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.kind}>
              <th scope="row">{kindNames[row.kind]}</th>
              <td data-number={`tokens-${row.kind}`}>{whole(row.tokens)}</td>
              <td data-number={`entries-${row.kind}`}>{whole(row.entries)}</td>
              <td class="length-words">{row.entries >= 1e6 ? inWords(row.entries) : ''}</td>
              <td data-number={`memory-${row.kind}`}>{withPrefix(row.matrixBytes, 'B')}</td>
              <td>{withPrefix(row.headsBytes, 'B')}</td>
              <td data-number={`flops-${row.kind}`}>
                {withPrefix(row.denseFlops + row.attentionFlops, '')}
              </td>
              <td>{share(row)} %</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Attention's two products, of all the work of a block, in percent. */
function share({ denseFlops, attentionFlops }: LengthRow): string {
  return ((100 * attentionFlops) / (denseFlops + attentionFlops)).toFixed(1);
}
