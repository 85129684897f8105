import { useState } from 'preact/hooks';
import { scientific, signed } from '../../../lib/figures/small-numbers.ts';
import { activationCurves } from '../../../lib/stages/activation-curves.ts';
import { activationKeys, activationNames, range } from './settings.ts';

const rows = Array.from({ length: 21 }, (_, i) => range[0] + i / 2);
const { gelu, geluTanh } = activationCurves;

/** The curves in steps of a half; written only while it is open. */
export function NumberTable() {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && (
        <div class="act-table" tabIndex={0} role="group" aria-label="The curves in steps of a half">
          <table>
            <thead>
              <tr>
                <th scope="col">x</th>
                {activationKeys.flatMap((key) =>
                  ['value', 'slope'].map((what) => (
                    <th key={key + what} scope="col">
                      {activationNames[key]}, {what}
                    </th>
                  )),
                )}
                <th scope="col">GELU minus tanh form</th>
              </tr>
            </thead>
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
    </details>
  );
}
