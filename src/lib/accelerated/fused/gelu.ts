/**
 * GELU in one draw, its gradient in one: x Φ(x), and Φ(x) + x φ(x).
 *
 * erf is formula 7.1.26 of Abramowitz and Stegun, off by at most 1.5e-7; its e^(−x²/2) is also φ's.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import { differentiable, draw, float } from './draw.ts';

/** x Φ(x), number by number: [rows, columns], of which the number of columns must be even. */
export function gelu(x: Tensor): Tensor {
  return differentiable(
    [x],
    () => {
      const code = `${parts} return x * cdf;`;
      return { output: draw({ name: 'GELU', inputs: { x }, shape: x.shape, code }), kept: { x } };
    },
    (dy, { x }) => [
      draw({
        name: 'GELU gradient',
        inputs: { x, dy },
        shape: x.shape,
        code: `${parts} return dyAt(row, col) * (cdf + x * bell * ${float(1 / Math.sqrt(2 * Math.PI))});`,
      }),
    ],
  );
}

/** x, e^(−x²/2) as `bell` and Φ(x) as `cdf`. */
const parts = `
  vec4 x = xAt(row, col);
  vec4 bell = exp(-0.5 * x * x);
  vec4 t = 1. / (1. + ${float(0.3275911 * Math.SQRT1_2)} * abs(x));
  vec4 tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * bell;
  vec4 cdf = 0.5 + 0.5 * sign(x) * (1. - tail);`;
