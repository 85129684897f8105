import { signed } from '../../../lib/figures/small-numbers.ts';
import { effectiveCount } from '../../../lib/figures/attention.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { MapTable } from '../../figures/MapTable.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import { patchWeights, type SeenHeads } from './seen.ts';
import { isOff, type HeadPlace, type HeadsSettings } from './settings.ts';
import { headName, percent, queryName } from './words.ts';

interface NumberTableProps {
  /** Null until the engine has answered. */
  seen: SeenHeads | null;
  settings: HeadsSettings;
}

/** Heads, the chosen map and the answer as tables; written only while they are open. */
export function NumberTable({ seen, settings }: NumberTableProps) {
  return <Numbers of={seen}>{(seen) => <Tables {...{ seen, settings }} />}</Numbers>;
}

function Tables({ seen, settings }: { seen: SeenHeads; settings: HeadsSettings }) {
  const { shape, distances, classNames, before, after } = seen;
  const [layers, heads] = shape;
  const query = settings.query === 'class token' ? null : settings.patch;
  const places = Array.from({ length: layers * heads }, (_, i): HeadPlace => [
    Math.floor(i / heads),
    i % heads,
  ]);
  return (
    <div class="heads-tables">
      <Table
        caption={`The heads, for ${queryName(settings)}`}
        head={['head', 'is', 'largest weight', 'effective patches', 'mean distance, pixels']}
        rows={places.map((place, i) => {
          const weights = patchWeights(seen, place, query);
          return [
            headName(place),
            isOff(settings.off, place) ? 'off' : 'on',
            percent(Math.max(...weights), 1),
            effectiveCount(weights).toFixed(1),
            distances[i]!.toFixed(2),
          ];
        })}
      />
      <Table
        caption="The answer: all heads on, and as they are switched"
        head={['class', 'logit before', 'logit', 'probability before', 'probability']}
        rows={classNames.map((name, c) => [
          name,
          signed(before.logits[c]!, 3),
          signed(after.logits[c]!, 3),
          percent(before.probabilities[c]!, 2),
          percent(after.probabilities[c]!, 2),
        ])}
      />
      <MapTable
        caption={`What ${headName(settings.chosen)} gives to each patch, ${queryName(settings)} asking`}
        values={patchWeights(seen, settings.chosen, query)}
      />
    </div>
  );
}

function Table({ caption, head, rows }: { caption: string; head: string[]; rows: string[][] }) {
  return (
    <div class="map-table" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <HeadRow of={head} />
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
