import { useMemo } from 'preact/hooks';
import { agreementFigure } from '../../../lib/figures/agreement-figure.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { useComputation } from '../engine/use-computation.ts';
import type { Photograph } from '../patch-cutter/cut.ts';
import { loadPhotograph } from '../patch-cutter/load-photograph.ts';
import { Markup } from '../position-lab/Markup.tsx';
import { patchSize, seed } from '../token-order/settings.ts';

interface OrderAnswerProps {
  photograph: Photograph;
  /** What the reader said. */
  said: string;
}

/** The shuffle, run when it is asked for. */
export function OrderAnswer({ photograph, said }: OrderAnswerProps) {
  const request = useMemo(
    () => async () => ({
      image: await loadPhotograph(photograph),
      imageSize: photograph.size,
      inChannels: photograph.channels,
      patchSize,
      positionEmbeddings: ['none' as const],
      reordering: 'shuffled' as const,
      seed,
      orderSeed: 2,
    }),
    [photograph.src],
  );
  const [{ result, failure }] = useComputation('positions-check-order', 'tokenOrder', request);
  if (failure) return <p>Not computed: {failure}</p>;
  if (!result) return <p>Shuffling.</p>;
  const { before, after, outputDifference, patchDifference } = result.runs[0]!;
  const html = agreementFigure(
    { across: { name: 'as it is', values: before }, up: { name: 'shuffled', values: after } },
    300,
  );
  return (
    <>
      <p>
        You said: {said.toLowerCase()}. Shuffled just now, the class token’s output differs by{' '}
        <b data-number="output">{scientific(outputDifference)}</b>: rounding. The tokens of the
        patches are shuffled alike: followed to their new places, they differ by{' '}
        <b data-number="patches">{scientific(patchDifference)}</b>.
      </p>
      <figure>
        <Markup html={html} />
      </figure>
    </>
  );
}
