import { scientific, signed } from '../../../lib/figures/small-numbers.ts';
import { activationCurves } from '../../../lib/stages/activation-curves.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import { activationKeys, activationNames, range } from './settings.ts';

const rows = Array.from({ length: 21 }, (_, i) => range[0] + i / 2);
const columns = [
  'x',
  ...activationKeys.flatMap((key) =>
    ['value', 'slope'].map((what) => `${activationNames[key]}, ${what}`),
  ),
  'GELU minus tanh form',
];
const { gelu, geluTanh } = activationCurves;

/** The curves in steps of a half; written only while it is open. */
export function NumberTable() {
  return (
    <Numbers>
      {() => (
        <div class="act-table" tabIndex={0} role="group" aria-label="The curves in steps of a half">
          <table>
            <HeadRow of={columns} />
            <tbody>
              {rows.map((x) => (
                <tr key={x}>
                  <th scope="row">{signed(x, 1)}</th>
                  {activationKeys.flatMap((key) => {
                    const { value, derivative } = activationCurves[key];
                    return [
                      <td key={`${key} value`}>{signed(value(x), 5)}</td>,
                      <td key={`${key} slope`}>{signed(derivative(x), 5)}</td>,
                    ];
                  })}
                  <td>{scientific(gelu.value(x) - geluTanh.value(x))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Numbers>
  );
}
