import type { DropPathFlowResult } from '../../../lib/engine/computations/drop-path-flow.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';

interface NumberTableProps {
  /** Undefined until the engine has answered. */
  result: DropPathFlowResult | undefined;
  names: readonly string[];
}

/** The factor of every branch and its length before it; written only while it is open. */
export function NumberTable({ result, names }: NumberTableProps) {
  return (
    <Numbers of={result}>
      {(result) => (
        <div class="path-table" tabIndex={0} role="group" aria-label="Every branch">
          <table>
            <caption>
              By what each branch was multiplied; in brackets its length before that, all tokens
              together: what is dropped has been computed
            </caption>
            <HeadRow of={['branch', ...names]} />
            <tbody>
              {result.rates.flatMap((rate, block) =>
                ['attention', 'MLP'].map((branch, which) => (
                  <tr key={`${block} ${branch}`}>
                    <th scope="row">
                      block {block + 1}, {branch}, rate {rate.toFixed(2)}
                    </th>
                    {names.map((name, b) => {
                      const at = (2 * block + which) * names.length + b;
                      return (
                        <td key={name}>
                          {Math.abs(result.factors[at]!).toFixed(2)} (
                          {result.lengths[at]!.toFixed(1)})
                        </td>
                      );
                    })}
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
    </Numbers>
  );
}
