import { shapeSizes } from '../../../lib/figures/shape-sizes.ts';
import { Markup } from '../../figures/Markup.tsx';
import { defaults, widthsOf } from '../two-widths/settings.ts';

/** The model of the question. */
export const asked = { ...defaults, size: 'H', patchSize: 14 } as const;

/** E's two sides. */
export function WidthAnswer({ said }: { said: string }) {
  const { inputs, outputs } = widthsOf(asked);
  const matrix = { name: 'E', hue: '--proj', rows: inputs, columns: outputs } as const;
  const html = shapeSizes([{ ...matrix, sides: ['P²C', 'D'] }], [], { width: 400, tallest: 180 });
  return (
    <>
      <p>
        You said: {said.toLowerCase()}. Here E is{' '}
        <b data-number="weight">
          [{inputs}, {outputs}]
        </b>
        : {asked.patchSize} · {asked.patchSize} · {asked.inChannels} = {inputs} numbers in,{' '}
        {outputs} out. Only where the two happen to agree is it square.
      </p>
      <figure>
        <Markup html={html} />
      </figure>
    </>
  );
}
