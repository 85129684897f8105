import { useMemo } from 'preact/hooks';
import { agreementFigure } from '../../../lib/figures/agreement-figure.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { Markup } from '../../figures/Markup.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { useBatch, type NamedBatch } from '../norm-groups/use-batch.ts';
import { apart, movedRequest } from './requests.ts';

/** A token of the reader's picture through both norms, as it is and changed. */
export function MovedAnswer({ said }: { said: string }) {
  const { batch, computation } = useBatch('norms-check-moved');
  const layer = useNorm('token', batch);
  const rms = useNorm('rms', batch);
  const failure = computation.failure ?? layer.failure ?? rms.failure;
  if (failure) return <p>Not computed: {failure}</p>;
  if (!layer.result || !rms.result) return <p>Normalising.</p>;
  const [one, other] = [layer, rms].map(({ result }) => apart(result!.output));
  return (
    <>
      <p>
        You said: {said.toLowerCase()}. Done just now with a token of your picture: LayerNorm’s
        output differs by <b data-number="layer">{scientific(one!.difference)}</b>, RMSNorm’s by{' '}
        <b data-number="rms">{scientific(other!.difference)}</b>. Dividing by the size takes the
        factor away; only subtracting the mean takes away what was added.
      </p>
      <figure class="norms-pair">
        <Pair name="LayerNorm" {...one!} />
        <Pair name="RMSNorm" {...other!} />
      </figure>
    </>
  );
}

interface PairProps {
  name: string;
  before: Float32Array;
  after: Float32Array;
}

function Pair({ name, before, after }: PairProps) {
  const across = { name: `${name}, as it is`, values: before };
  return <Markup html={agreementFigure({ across, up: { name: 'changed', values: after } }, 220)} />;
}

function useNorm(norm: 'token' | 'rms', batch: NamedBatch | undefined) {
  const request = useMemo(() => (batch ? () => movedRequest(norm, batch.result) : null), [batch]);
  const [computation] = useComputation(`norms-check-${norm}`, 'normalise', request);
  return computation;
}
