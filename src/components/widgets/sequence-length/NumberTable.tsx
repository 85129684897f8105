import { useState } from 'preact/hooks';
import { withPrefix } from '../../../lib/figures/large-numbers.ts';
import { whole } from '../../../lib/figures/words.ts';
import { tokenKinds } from '../../../lib/model/sequence-cost.ts';
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
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && (
        <div tabIndex={0} role="group" aria-label="Scores and work by image side">
          <table>
            <caption>
              Scores of one head, one layer; work of one block with a token per patch, of the pixels
              that whole patches cover
            </caption>
            <thead>
              <tr>
                {columns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tabledSides(settings).map((side) => (
                <Row key={side} settings={{ ...settings, imageSize: side }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
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
