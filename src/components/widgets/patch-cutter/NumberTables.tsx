import { placeOf } from './cut.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';

interface NumberTablesProps {
  row: ArrayLike<number>;
  column: ArrayLike<number>;
  token: ArrayLike<number>;
  patchSize: number;
  channels: number;
  patch: number;
  feature: number;
}

const channelNames = ['red', 'green', 'blue'];
const digits = (value: number) => signed(value, 4);

/** Everything that the figure draws, as tables; written only while they are open. */
export function NumberTables(props: NumberTablesProps) {
  return (
    <Numbers>
      {() => (
        <div class="cutter-tables">
          <TokenTable {...props} />
          <RowTable {...props} />
        </div>
      )}
    </Numbers>
  );
}

function TokenTable({ token, patch }: NumberTablesProps) {
  return (
    <div tabIndex={0} role="group" aria-label="The token">
      <table>
        <caption>Token of patch {patch + 1}</caption>
        <HeadRow of={['d', 'value']} />
        <tbody>
          {Array.from(token, (value, d) => (
            <tr key={d}>
              <th scope="row">{d + 1}</th>
              <td>{digits(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowTable({ row, column, patchSize, channels, patch, feature }: NumberTablesProps) {
  return (
    <div tabIndex={0} role="group" aria-label="The row and one line of E">
      <table>
        <caption>
          Row of patch {patch + 1} and line {feature + 1} of E
        </caption>
        <HeadRow of={['j', 'pixel row', 'pixel column', 'channel', 'x', 'E', 'x E']} />
        <tbody>
          {Array.from(row, (x, j) => {
            const place = placeOf(j, patchSize, channels);
            return (
              <tr key={j}>
                <th scope="row">{j + 1}</th>
                <td>{place.row + 1}</td>
                <td>{place.column + 1}</td>
                <td>{channelNames[place.channel]}</td>
                <td>{digits(x)}</td>
                <td>{digits(column[j]!)}</td>
                <td>{digits(x * column[j]!)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
