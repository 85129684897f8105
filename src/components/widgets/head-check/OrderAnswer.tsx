import { normalisedMeans } from '../../../lib/figures/normalised-means.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { useForward } from '../../model/shared-forward.ts';

/** Both orders, worked out on the last block's patches of the shared pass. */
export function OrderAnswer({ said }: { said: string }) {
  const [{ result, failure }] = useForward();
  if (failure) return <p>Not computed: {failure}</p>;
  if (!result) return <p>Running the model.</p>;
  const { depth, normEpsilon } = result.config;
  const tokens = result.trace[`blocks.${depth - 1}.output`]!;
  const { difference, cosine } = normalisedMeans(tokens, normEpsilon);
  return (
    <p>
      You said: {said.toLowerCase()}. On your picture’s patches, before γ and β, the two differ by
      up to <b data-number="order">{difference.toFixed(3)}</b> in one number, and their cosine is{' '}
      {signed(cosine, 4)}. LN divides each token by its own spread, so long tokens count less in a
      mean taken afterwards. timm takes the mean first.
    </p>
  );
}
