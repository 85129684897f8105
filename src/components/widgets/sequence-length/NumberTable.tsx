import { withPrefix } from '../../../lib/figures/large-numbers.ts';
import { whole } from '../../../lib/figures/words.ts';
import { tokenKinds } from '../../../lib/model/sequence-cost.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import { lengthRows } from './count.ts';
import { tabledSides, type LengthSettings } from './settings.ts';

const columns = [
  'image side',
  ...tokenKinds.map((kind) => `scores per ${kind}`),
  'dense FLOPs',
  'attention’s FLOPs',
];

/** What the two figures draw, at the sides of their ticks; written only while it is open. */
export function NumberTable({ settings }: { settings: LengthSettings }) {
  return (
    <Numbers>
      {() => (
        <div tabIndex={0} role="group" aria-label="Scores and work by image side">
          <table>
            <caption>
              Scores of one head, one layer; work of one block with a token per patch, of the pixels
              that whole patches cover
            </caption>
            <HeadRow of={columns} />
            <tbody>
              {tabledSides(settings).map((side) => (
                <Row key={side} settings={{ ...settings, imageSize: side }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Numbers>
  );
}

function Row({ settings }: { settings: LengthSettings }) {
  const rows = lengthRows(settings);
  const patch = rows.find(({ kind }) => kind === 'patch')!;
  return (
    <tr>
      <th scope="row">{settings.imageSize}</th>
      {rows.map(({ kind, entries }) => (
        <td key={kind} data-number={`scores-${kind}-${settings.imageSize}`}>
          {whole(entries)}
        </td>
      ))}
      <td>{withPrefix(patch.denseFlops, '')}</td>
      <td>{withPrefix(patch.attentionFlops, '')}</td>
    </tr>
  );
}
