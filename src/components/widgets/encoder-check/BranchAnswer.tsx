import { largestAddition, readingsOf, stationsOf } from '../../../lib/figures/stream.ts';
import { useForward } from '../../model/shared-forward.ts';

/** Of the book's own models, three blocks deep. */
export const branches = [1, 2, 3].flatMap((block) => [
  `block ${block}, MSA`,
  `block ${block}, MLP`,
]);

/** The class token's way, read off the shared pass. */
export function BranchAnswer({ said }: { said: string }) {
  const [{ result, failure }] = useForward();
  if (failure) return <p>Not computed: {failure}</p>;
  if (!result) return <p>Running the model.</p>;
  const readings = readingsOf(stationsOf(result.trace, result.config.depth), 0);
  const { station, ratio } = largestAddition(readings);
  const ratioOf = (i: number) => readings[i]!.added / readings[i - 1]!.length;
  return (
    <>
      <p>
        You said {said}. It is <b data-number="branch">{readings[station]!.name}</b>, which adds{' '}
        {ratio.toFixed(2)} times the token’s own length at that point. The block inspector draws the
        same lengths.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">branch</th>
            <th scope="col">adds, times the length before</th>
          </tr>
        </thead>
        <tbody>
          {readings.slice(1).map(({ name }, i) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{ratioOf(i + 1).toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
