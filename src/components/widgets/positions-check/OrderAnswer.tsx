import { useMemo } from 'preact/hooks';
import { agreementFigure } from '../../../lib/figures/agreement-figure.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { imageFloats } from '../../../lib/images/floats.ts';
import { useReaderImage } from '../../reader/reader-state.ts';
import { useComputation } from '../engine/use-computation.ts';
import { Markup } from '../../figures/Markup.tsx';
import { imageSize, inChannels, patchSize, seed } from '../token-order/settings.ts';

/** The shuffle, run when it is asked for; `said` is what the reader has predicted. */
export function OrderAnswer({ said }: { said: string }) {
  const image = useReaderImage();
  const request = useMemo(
    () =>
      image &&
      (() => ({
        image: imageFloats(image, {
          size: imageSize,
          channels: inChannels,
        }) as Float32Array<ArrayBuffer>,
        imageSize,
        inChannels,
        patchSize,
        positionEmbeddings: ['none' as const],
        reordering: 'shuffled' as const,
        seed,
        orderSeed: 2,
      })),
    [image],
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
