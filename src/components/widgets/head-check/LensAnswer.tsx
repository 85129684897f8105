import { useMemo } from 'preact/hooks';
import { useModelInput } from '../../model/model-input.ts';
import { useComputation } from '../engine/use-computation.ts';
import { percent, placeName, settledAt, topsOf } from '../logit-lens/words.ts';

/** Of the book's own models, three blocks deep. */
export const places = [0, 1, 2, 3].map(placeName);

/** The lens on the class token. */
export function LensAnswer({ said }: { said: string }) {
  const input = useModelInput();
  const request = useMemo(
    () => input && (() => ({ weights: input.weights, image: input.image })),
    [input],
  );
  const [{ result, failure }] = useComputation('head-check-lens', 'logitLens', request);
  if (failure) return <p>Not computed: {failure}</p>;
  if (!result) return <p>Running the model.</p>;
  const tops = topsOf(result, 0);
  return (
    <p>
      You said: {said.toLowerCase()}. It is{' '}
      <b data-number="settled">{placeName(settledAt(tops)).toLowerCase()}</b>. The first choices,
      place by place:{' '}
      {tops.map(({ name, probability }) => `${name} ${percent(probability)}`).join(', ')}.
    </p>
  );
}
