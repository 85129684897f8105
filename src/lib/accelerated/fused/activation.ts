/**
 * The MLP's curve in one draw, its gradient in one.
 *
 * GELU is x Φ(x), its derivative Φ(x) + x φ(x). erf is formula 7.1.26 of Abramowitz and Stegun, off by at most 1.5e-7; its
 * e^(−x²/2) is also φ's.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Activation } from '../../stages/activations.ts';
import { differentiable, draw, float } from './draw.ts';

/** Number by number: [rows, columns], of which the number of columns must be even. */
export function activation(x: Tensor, name: Activation): Tensor {
  const { value, slope } = curves[name];
  return differentiable(
    [x],
    () => ({
      output: draw({ name, inputs: { x }, shape: x.shape, code: `${input} ${value}` }),
      kept: { x },
    }),
    (dy, { x }) => [
      draw({
        name: `${name} gradient`,
        inputs: { x, dy },
        shape: x.shape,
        code: `${input} vec4 dy = dyAt(row, col); ${slope}`,
      }),
    ],
  );
}

const input = 'vec4 x = xAt(row, col);';

/** e^(−x²/2) as `bell` and Φ(x) as `cdf`. */
const normal = `
  vec4 bell = exp(-0.5 * x * x);
  vec4 t = 1. / (1. + ${float(0.3275911 * Math.SQRT1_2)} * abs(x));
  vec4 tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * bell;
  vec4 cdf = 0.5 + 0.5 * sign(x) * (1. - tail);`;

/** tanh(√(2/π) (x + 0.044715 x³)) as `bend`; beyond ±9 some GPUs overflow. */
const root = float(Math.sqrt(2 / Math.PI));
const bent = `vec4 bend = tanh(clamp(${root} * (x + 0.044715 * x * x * x), -9., 9.));`;

/** Statements that return the value at `x`, and the slope there times `dy`. */
const curves: Record<Activation, { value: string; slope: string }> = {
  gelu: {
    value: `${normal} return x * cdf;`,
    slope: `${normal} return dy * (cdf + x * bell * ${float(1 / Math.sqrt(2 * Math.PI))});`,
  },
  geluTanh: {
    value: `${bent} return 0.5 * x * (1. + bend);`,
    slope: `${bent}
      vec4 inner = ${root} * (1. + 0.134145 * x * x);
      return dy * 0.5 * (1. + bend + x * (1. - bend * bend) * inner);`,
  },
  relu: {
    value: 'return max(x, vec4(0.));',
    slope: 'return dy * vec4(greaterThan(x, vec4(0.)));',
  },
};
