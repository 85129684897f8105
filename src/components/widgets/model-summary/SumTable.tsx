import { sumOf, type SumTerm } from '../../../lib/model/parameter-sum.ts';
import { whole } from './words.ts';

/** The parameters as a sum, a line for each term. */
export function SumTable({ terms }: { terms: readonly SumTerm[] }) {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label="The parameters as a sum">
      <table class="summary-sum">
        <thead>
          <tr>
            <th scope="col">part</th>
            <th scope="col" class="l">
              in letters
            </th>
            <th scope="col" class="l">
              in numbers
            </th>
            <th scope="col">times</th>
            <th scope="col">parameters</th>
          </tr>
        </thead>
        <tbody>
          {terms.map(({ part, letters, numbers, times, parameters }) => (
            <tr key={part}>
              <th scope="row">{part}</th>
              <td class="l">{letters}</td>
              <td class="l">{numbers}</td>
              <td>{times === 1 ? '' : `× ${times}`}</td>
              <td>{whole(times * parameters)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              together
            </th>
            <td data-number="sum">{whole(sumOf(terms))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
