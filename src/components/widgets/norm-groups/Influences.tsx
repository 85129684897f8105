import type { Influence } from '../../../lib/engine/computations/normalise.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import type { NormAsked } from './batch.ts';
import { normName } from './settings.ts';
import { called } from './words.ts';

interface InfluencesProps {
  asked: NormAsked;
  influences: readonly Influence[];
}

/** How far the shifted sample moves itself and the others, under every norm. */
export function Influences({ asked, influences }: InfluencesProps) {
  const { shift, names, batch, training, norm: chosen, source } = asked;
  const last = called(names[shift.sample]!);
  const text = (value: number | null) => (value === null ? '–' : scientific(value));
  return (
    <figure class="panel norm-influences">
      <figcaption>
        <b>Who depends on whom.</b> Largest change of an output when {shift.by} is added to {last}.
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">norm</th>
            <th scope="col">its own</th>
            <th scope="col">{batch === 1 ? 'no others' : 'all others'}</th>
          </tr>
        </thead>
        <tbody>
          {influences.map(({ norm, own, others }) => (
            <tr key={norm} class={norm === chosen ? 'chosen' : undefined}>
              <th scope="row">
                {normName(norm, source)}
                {norm === 'batch' && (training ? ', training' : ', evaluation')}
              </th>
              <td data-number={`own-${norm}`}>{text(own)}</td>
              <td data-number={`others-${norm}`}>{text(others)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
