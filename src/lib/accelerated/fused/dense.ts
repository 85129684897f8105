/**
 * A dense layer in one draw, x W + b and, where there is a residual branch, + z; its gradient in three.
 *
 * Every fragment computes a 2×2 block: two texels are read for eight multiplications.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { DenseParameters } from '../../stages/dense.ts';
import { columnSums } from './column-sums.ts';
import { differentiable, draw } from './draw.ts';

/** x W + b (+ z): [rows, in] → [rows, out]; the number of rows must be even. */
export function dense(params: DenseParameters, x: Tensor, residual: Tensor | null = null): Tensor {
  const { weight, bias } = params;
  return differentiable(
    [x, weight, ...present(bias), ...present(residual)],
    () => ({ output: product(x, weight, bias, residual), kept: { x, weight } }),
    (dy, { x, weight }) => [
      timesTransposed(dy, weight),
      transposedTimes(x, dy),
      ...(bias ? [columnSums(dy)] : []),
      ...(residual ? [dy] : []),
    ],
  );
}

function product(x: Tensor, weight: Tensor, bias: Tensor | null, residual: Tensor | null): Tensor {
  const [inputs, outputs] = weight.shape;
  return draw({
    name: 'dense',
    inputs: { x, weight, ...(bias && { bias }), ...(residual && { residual }) },
    shape: [x.shape[0], outputs!],
    code: `
      vec4 total = ${bias ? 'biasAt(col).xyxy' : 'vec4(0.)'};
      for (int k = 0; k < ${inputs}; k += 2) {
        vec4 x = xAt(row, k), w = weightAt(k, col);
        total += x.xxzz * w.xyxy + x.yyww * w.zwzw;
      }
      return total${residual ? ' + residualAt(row, col)' : ''};`,
  });
}

/** ∂x = ∂y Wᵀ. */
export function timesTransposed(dy: Tensor, weight: Tensor): Tensor {
  const [inputs, outputs] = weight.shape;
  return draw({
    name: 'dense input gradient',
    inputs: { dy, weight },
    shape: [dy.shape[0], inputs],
    code: `
      vec4 total = vec4(0.);
      for (int k = 0; k < ${outputs}; k += 2) {
        vec4 d = dyAt(row, k), w = weightAt(col, k);
        total += d.xxzz * w.xzxz + d.yyww * w.ywyw;
      }
      return total;`,
  });
}

/** ∂W = xᵀ ∂y. */
export function transposedTimes(x: Tensor, dy: Tensor): Tensor {
  const rows = x.shape[0];
  return draw({
    name: 'dense weight gradient',
    inputs: { x, dy },
    shape: [x.shape[1]!, dy.shape[1]!],
    code: `
      vec4 total = vec4(0.);
      for (int k = 0; k < ${rows}; k += 2) {
        vec4 x = xAt(k, row), d = dyAt(k, col);
        total += x.xxyy * d.xyxy + x.zzww * d.zwzw;
      }
      return total;`,
  });
}

function present(tensor: Tensor | null): Tensor[] {
  return tensor ? [tensor] : [];
}
