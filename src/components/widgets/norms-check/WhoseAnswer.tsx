import { useMemo } from 'preact/hooks';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { useComputation } from '../engine/use-computation.ts';
import { useBatch } from '../norm-groups/use-batch.ts';
import { whoseRequest } from './requests.ts';

/** BN at evaluation and in training, run when it is asked for. */
export function WhoseAnswer({ said }: { said: string }) {
  const { batch, computation } = useBatch('norms-check-whose');
  const ask = (training: boolean) => (batch ? () => whoseRequest(batch, training) : null);
  const [evaluated] = useComputation(
    'norms-check-evaluated',
    'normalise',
    useMemo(() => ask(false), [batch]),
  );
  const [trained] = useComputation(
    'norms-check-trained',
    'normalise',
    useMemo(() => ask(true), [batch]),
  );
  const failure = computation.failure ?? evaluated.failure ?? trained.failure;
  if (failure) return <p>Not computed: {failure}</p>;
  if (!evaluated.result || !trained.result) return <p>Normalising.</p>;
  const rows = [
    { name: 'evaluation', result: evaluated.result },
    { name: 'training', result: trained.result },
  ];
  return (
    <>
      <p>
        You said: {said.toLowerCase()}. At evaluation that picture’s alone: mean and variance are
        the running averages, and no picture of this batch is in them.
      </p>
      <figure class="norm-influences">
        <table>
          <thead>
            <tr>
              {['BatchNorm', 'its own', 'all others'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, result }) => {
              const { own, others } = result.influences.find(({ norm }) => norm === 'batch')!;
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td data-number={`own-${name}`}>{scientific(own!)}</td>
                  <td data-number={`others-${name}`}>{scientific(others!)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </figure>
    </>
  );
}
