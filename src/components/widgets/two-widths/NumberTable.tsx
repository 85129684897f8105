import { whole } from '../../../lib/figures/words.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';

interface NumberTableProps {
  matrices: readonly { name: string; rows: number; columns: number; sides: readonly string[] }[];
}

/** The sides of the three matrices, and how many numbers each holds. */
export function NumberTable({ matrices }: NumberTableProps) {
  return (
    <details class="numbers">
      <summary>The numbers as a table</summary>
      <div tabIndex={0} role="group" aria-label="Sides of the matrices">
        <table>
          <HeadRow of={['matrix', 'rows', 'columns', 'numbers']} />
          <tbody>
            {matrices.map(({ name, rows, columns, sides }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <span class="num">{sides[0]}</span> = {whole(rows)}
                </td>
                <td>
                  <span class="num">{sides[1]}</span> = {whole(columns)}
                </td>
                <td data-number={`${name} numbers`}>{whole(rows * columns)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
