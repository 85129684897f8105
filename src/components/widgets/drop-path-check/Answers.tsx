import { useMemo } from 'preact/hooks';
import { useModelInput } from '../../model/model-input.ts';
import { setPictures } from '../../model/set-pictures.ts';
import { countsOf } from '../drop-path/counts.ts';
import { batch } from '../drop-path/settings.ts';
import { useComputation } from '../engine/use-computation.ts';

/** The model of the questions. */
export const asked = { depth: 10, rate: 0.4 };

/** Eight bundled pictures through it, when they are asked for. */
function useBatch(widget: string, seed: number) {
  const { weights } = useModelInput() ?? {};
  const request = useMemo(() => {
    if (!weights) return null;
    return async () => {
      const pictures = (await setPictures(weights)).slice(0, batch);
      const images = pictures.map(({ values }) => values);
      return { weights, images, ...asked, oneDraw: false, seed };
    };
  }, [weights]);
  return useComputation(widget, 'dropPathFlow', request)[0];
}

export function DepthAnswer({ said }: { said: number }) {
  const { result, failure } = useBatch('drop-path-check-depth', 5);
  if (failure) return <p>Not computed: {failure}</p>;
  if (!result) return <p>Sending a batch through.</p>;
  const { expectedDepth, mean } = countsOf(result, false);
  return (
    <p>
      You said {said}. The rates rise evenly from 0 to {asked.rate}, so their mean is{' '}
      {asked.rate / 2}, and <b data-number="expected">{expectedDepth.toFixed(1)}</b> of{' '}
      {asked.depth} blocks are expected. The {batch} samples sent through just now passed{' '}
      <b data-number="mean">{mean.toFixed(2)}</b> on average.
    </p>
  );
}

export function FactorAnswer({ said }: { said: string }) {
  const { result, failure } = useBatch('drop-path-check-factor', 6);
  if (failure) return <p>Not computed: {failure}</p>;
  if (!result) return <p>Sending a batch through.</p>;
  const { added, factors, lengths, shape } = result;
  const last = 2 * shape.depth - 1;
  const dropped = Array.from({ length: shape.batch }, (_, b) => b).filter(
    (b) => factors[last * shape.batch + b]! < 0.5,
  );
  const zeros = dropped.filter((b) =>
    added.subarray(b * shape.embedDim, (b + 1) * shape.embedDim).every((value) => value === 0),
  );
  const first = dropped[0];
  return (
    <p>
      You said: {said.toLowerCase()}. In the batch sent through just now the last MLP’s branch was
      dropped for <b data-number="dropped">{dropped.length}</b> of {shape.batch} samples, and for{' '}
      <b data-number="zero">{zeros.length}</b> of them every number that it added was zero.
      {first !== undefined && (
        <>
          {' '}
          The branch itself had been computed, with a length of{' '}
          {lengths[last * shape.batch + first]!.toFixed(1)}; the token went on as it was.
        </>
      )}
    </p>
  );
}
