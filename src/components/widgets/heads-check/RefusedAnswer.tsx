import { useMemo } from 'preact/hooks';
import { useComputation } from '../engine/use-computation.ts';

/** What the first question asks for. */
export const refused = { embedDim: 64, numHeads: 5 };

/** The stage, run as it was asked for; `said` is what the reader has predicted. */
export function RefusedAnswer({ said }: { said: string }) {
  const request = useMemo(
    () => () => ({ ...refused, tokens: 5, mlpRatio: 4, runs: 1, seed: 1 }),
    [],
  );
  const [{ result, failure }] = useComputation('heads-check-refused', 'attentionTimes', request);
  if (!result && !failure) return <p>Running it.</p>;
  return (
    <p>
      You said: {said.toLowerCase()}. Run just now, the stage answers:{' '}
      <b data-number="refused">{failure ?? 'nothing is wrong'}</b>. All heads have the same number
      of columns, or the reshape to [B, T, H, K] has no K to go with.
    </p>
  );
}
