import { useMemo } from 'preact/hooks';
import { columnOf, runningMean } from '../../../lib/figures/running-mean.ts';
import { useComputation } from '../engine/use-computation.ts';

/** The rate that the question is about. */
export const rate = 0.2;
const draws = 1000;
const asked = 100;

/** A hundred through the stage, many times. */
export function DropAnswer({ said }: { said: number }) {
  const request = useMemo(
    () => () => ({ values: Float32Array.of(asked), rate, draws, seed: 1 }),
    [],
  );
  const [{ result, failure }] = useComputation('mlp-check-dropout', 'dropoutDraws', request);
  if (failure) return <p>Not computed: {failure}</p>;
  if (!result) return <p>Drawing.</p>;
  const { means, error } = runningMean(columnOf(result.output, 1, 0, draws));
  const kept = Math.max(...result.output);
  return (
    <p>
      You said {said}. Drawn {draws} times just now, it became 0 or{' '}
      <b data-number="kept">{kept.toFixed(0)}</b>: {asked} / (1 − {rate}). The mean of the draws is{' '}
      <b data-number="mean">{means[draws - 1]!.toFixed(1)}</b>, with a standard error of{' '}
      {error.toFixed(1)}: what inference gives without any factor.
    </p>
  );
}
