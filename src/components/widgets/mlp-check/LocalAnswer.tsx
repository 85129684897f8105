import { useMemo } from 'preact/hooks';
import { useModelInput } from '../../model/model-input.ts';
import { useComputation } from '../engine/use-computation.ts';
import { reachOf } from '../token-locality/reach.ts';

const token = 10;

/** One token changed in block 1, run when it is asked for. */
export function LocalAnswer({ said }: { said: string }) {
  const input = useModelInput();
  const request = useMemo(() => {
    if (!input) return null;
    const { weights, image } = input;
    return () => ({ weights, image, block: 0, change: 'one' as const, token, seed: 2 });
  }, [input]);
  const [{ result, failure }] = useComputation('mlp-check-local', 'tokenLocality', request);
  if (failure) return <p>Not computed: {failure}</p>;
  if (!result) return <p>Changing a token.</p>;
  const attention = reachOf(result.attention, token);
  const mlp = reachOf(result.mlp, token);
  return (
    <p>
      You said: {said.toLowerCase()}. With patch {token} changed just now, attention changed{' '}
      <b data-number="attention">{attention.changed}</b> of {result.attention.length} outputs; the
      MLP, given one changed token, changed <b data-number="mlp">{mlp.changed}</b>. In a block the
      MLP comes after attention, so what it is given has changed everywhere: all outputs change, and
      the MLP is not what spread it.
    </p>
  );
}
