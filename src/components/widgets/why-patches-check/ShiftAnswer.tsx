import { useMemo } from 'preact/hooks';
import { shiftCurve } from '../../../lib/figures/shift-curve.ts';
import { imageFloats } from '../../../lib/images/floats.ts';
import { useReaderImage } from '../../reader/reader-state.ts';
import { Markup } from '../../figures/Markup.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { centred, fixedRequest, inChannels, sceneSize } from '../shift-test/settings.ts';
import { percent } from '../shift-test/words.ts';

/** The shift and the patch of the question, pixels. */
export const asked = { shift: 12, patchSize: 4 };

/** The shift, run when it is asked for; `said` is what the reader has predicted. */
export function ShiftAnswer({ said }: { said: string }) {
  const image = useReaderImage();
  const request = useMemo(
    () =>
      image &&
      (() => ({
        ...fixedRequest,
        image: centred(imageFloats(image, { size: sceneSize, channels: inChannels })),
        patchSize: asked.patchSize,
      })),
    [image],
  );
  const [{ result, failure }] = useComputation('why-patches-check', 'shiftTest', request);
  if (failure) return <p>Not computed: {failure}</p>;
  if (!result) return <p>Shifting.</p>;
  const { convolution, tokens } = result.differences[asked.shift]!;
  const html = shiftCurve(
    {
      convolution: result.differences.map((one) => one.convolution),
      tokens: result.differences.map((one) => one.tokens),
      patchSize: asked.patchSize,
      chosen: asked.shift,
    },
    { width: 400, height: 240 },
  );
  return (
    <>
      <p>
        You said: {said.toLowerCase()}. Run just now, the convolution’s responses differ by{' '}
        <b data-number="convolution">{percent(convolution)}</b> of the largest and the tokens by{' '}
        <b data-number="tokens">{percent(tokens)}</b>. {asked.shift} pixels are{' '}
        {asked.shift / asked.patchSize} whole patches: the same squares are cut,{' '}
        {asked.shift / asked.patchSize} places on.
      </p>
      <figure>
        <Markup html={html} />
      </figure>
    </>
  );
}
