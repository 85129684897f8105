import type { NormaliseResult } from '../../../lib/engine/computations/normalise.ts';
import { groupOf, numberAt, type Place } from '../../../lib/figures/norm-groups.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { whole } from '../../../lib/figures/words.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import { shapeOf, within, type NormAsked } from './batch.ts';
import { called, placeWords } from './words.ts';

interface NumberTableProps {
  /** Undefined until the engine has answered. */
  asked: NormAsked | undefined;
  result: NormaliseResult | undefined;
  place: Place;
}

/** The rows of a group that are written out. */
const mostRows = 400;

/** The chosen number's group, number by number; written only while it is open. */
export function NumberTable({ asked, result, place }: NumberTableProps) {
  return (
    <Numbers of={result}>
      {(result) => asked && <Rows asked={asked} result={result} place={place} />}
    </Numbers>
  );
}

function Rows({
  asked,
  result,
  place,
}: {
  asked: NormAsked;
  result: NormaliseResult;
  place: Place;
}) {
  const shape = shapeOf(asked);
  const places = placesOf(asked, within(shape, place));
  const shown = places.slice(0, mostRows);
  const caption =
    shown.length < places.length
      ? `The first ${mostRows} of ${whole(places.length)} numbers of the group`
      : 'The numbers of the group';
  return (
    <div class="norm-table" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <HeadRow of={['sample', 'number', 'before', 'normalised', 'after']} />
        <tbody>
          {shown.map((one) => {
            const at = numberAt(shape, one);
            const columns = [result.x, result.normalised, result.output];
            return (
              <tr key={at}>
                <th scope="row">{called(asked.names[one.sample]!)}</th>
                <td>{placeWords(asked, one)}</td>
                {columns.map((column, i) => (
                  <td key={i}>{column.length > 0 ? signed(column[at]!, 4) : '–'}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Every place of the group, sample by sample. */
function placesOf(asked: NormAsked, place: Place): Place[] {
  const { samples, positions, channels } = groupOf(asked.norm, shapeOf(asked), place, asked.groups);
  const range = ([from, to]: readonly [number, number]) =>
    Array.from({ length: to - from }, (_, i) => from + i);
  return range(samples).flatMap((sample) =>
    range(positions).flatMap((position) =>
      range(channels).map((channel) => ({ sample, position, channel })),
    ),
  );
}
