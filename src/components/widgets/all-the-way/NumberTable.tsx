import { useState } from 'preact/hooks';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { MapTable } from '../../figures/MapTable.tsx';
import type { View } from './view.ts';

/** The answer and the maps of the blocks, number by number; written only while it is open. */
export function NumberTable({ view }: { view: View | null }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && !view && <p class="pt">Nothing has been computed yet.</p>}
      {open && view && (
        <div class="way-numbers" tabIndex={0} role="group" aria-label="The answer and the maps">
          <table>
            <caption>The answer</caption>
            <thead>
              <tr>
                {['class', 'logit', 'probability'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.classNames.map((name, i) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{signed(view.logits[i]!)}</td>
                  <td>{view.probabilities[i]!.toFixed(4)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {view.attention.map((map, block) => (
            <MapTable
              key={block}
              caption={`Block ${block + 1}: what the class token takes from each patch`}
              values={map}
            />
          ))}
        </div>
      )}
    </details>
  );
}
