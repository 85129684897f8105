import { curvesFigure } from '../../../lib/figures/curves-figure.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { activationCurves } from '../../../lib/stages/activation-curves.ts';
import { Markup } from '../../figures/Markup.tsx';

/** The number that the question is about. */
export const asked = -1.5;

const { gelu } = activationCurves;
const points = Array.from({ length: 161 }, (_, i) => {
  const x = -4 + i / 20;
  return [x, gelu.value(x)] as const;
});

/** GELU with the number marked, and its slope there. */
export function SlopeAnswer({ said }: { said: string }) {
  const slope = gelu.derivative(asked);
  const html = curvesFigure(
    {
      name: `GELU from −4 to 4, with ${signed(asked, 1)} marked`,
      lines: [{ points, ink: 'ink' }],
      x: [-4, 4],
      y: [-0.5, 2],
      unit: 'x',
      at: { x: asked, points: [gelu.value(asked)] },
    },
    { width: 400, height: 240 },
  );
  return (
    <>
      <p>
        You said: {said.toLowerCase()}. GELU is {signed(gelu.value(asked), 3)} there and its slope{' '}
        <b data-number="slope">{signed(slope, 3)}</b>: it is still falling. A number far to the left
        has hardly any slope, but a little: the unit can come back.
      </p>
      <figure>
        <Markup html={html} />
      </figure>
    </>
  );
}
