import type { ComponentChildren } from 'preact';
import { layoutOf, type Likeness, type Rows } from '../../../lib/figures/positions.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';

interface NumberTablesProps {
  rows: Rows;
  likeness: Likeness;
  curve: readonly number[];
  position: number;
}

/** Everything that the lab draws of the chosen position, as tables; written only while they are open. */
export function NumberTables(props: NumberTablesProps) {
  return (
    <Numbers>
      {() => (
        <div class="poslab-numbers">
          <LikenessTable {...props} />
          <CurveTable {...props} />
          <RowTable {...props} />
        </div>
      )}
    </Numbers>
  );
}

function LikenessTable({ likeness, position }: NumberTablesProps) {
  const { count, cosines, distances } = likeness;
  const { columns } = layoutOf(count);
  const at = (matrix: Float64Array, other: number) => matrix[position * count + other]!;
  return (
    <Scroll name={`Position ${position} against all`}>
      <HeadRow of={['position', 'row', 'column', 'cosine', 'distance']} />
      <tbody>
        {Array.from({ length: count }, (_, other) => (
          <tr key={other}>
            <th scope="row">{other}</th>
            <td>{Math.floor(other / columns)}</td>
            <td>{other % columns}</td>
            <td>{signed(at(cosines, other), 4)}</td>
            <td>{at(distances, other).toFixed(4)}</td>
          </tr>
        ))}
      </tbody>
    </Scroll>
  );
}

function CurveTable({ curve }: NumberTablesProps) {
  return (
    <Scroll name="Mean distance of all pairs">
      <HeadRow of={['steps', 'distance']} />
      <tbody>
        {curve.map((value, k) => (
          <tr key={k}>
            <th scope="row">{k}</th>
            <td>{value.toFixed(4)}</td>
          </tr>
        ))}
      </tbody>
    </Scroll>
  );
}

function RowTable({ rows, position }: NumberTablesProps) {
  return (
    <Scroll name={`Row ${position} of the table`}>
      <HeadRow of={['column', 'value']} />
      <tbody>
        {Array.from(rows[position]!, (value, column) => (
          <tr key={column}>
            <th scope="row">{column}</th>
            <td>{signed(value, 4)}</td>
          </tr>
        ))}
      </tbody>
    </Scroll>
  );
}

function Scroll({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div tabIndex={0} role="group" aria-label={name}>
      <table>
        <caption>{name}</caption>
        {children}
      </table>
    </div>
  );
}
