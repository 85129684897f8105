import { signed } from '../../../lib/figures/small-numbers.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { MapTable } from '../../figures/MapTable.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import type { View } from './view.ts';

/** The answer and the maps of the blocks, number by number; written only while it is open. */
export function NumberTable({ view }: { view: View | null }) {
  return (
    <Numbers of={view}>
      {(view) => (
        <div class="way-numbers" tabIndex={0} role="group" aria-label="The answer and the maps">
          <table>
            <caption>The answer</caption>
            <HeadRow of={['class', 'logit', 'probability']} />
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
    </Numbers>
  );
}
