/** LayerNorm in two draws, its gradient in four: γ (x − μ) / √(σ² + ε) + β for each row. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { layerNormEpsilon, type LayerNormParameters } from '../../stages/layer-norm.ts';
import { columnSums } from './column-sums.ts';
import { differentiable, draw, float } from './draw.ts';

/** [rows, D] → [rows, D]; D must be even. */
export function layerNorm(
  { weight, bias }: LayerNormParameters,
  x: Tensor,
  epsilon = layerNormEpsilon,
): Tensor {
  return differentiable(
    [x, weight, bias],
    () => {
      const moments = rowMoments(x, epsilon);
      const output = draw({
        name: 'layer norm',
        inputs: { x, moments, gamma: weight, beta: bias },
        shape: x.shape,
        code: `return ${normalised} * gammaAt(col).xyxy + betaAt(col).xyxy;`,
      });
      return { output, kept: { x, moments, weight } };
    },
    (dy, { x, moments, weight }) => [
      inputGradient(x, moments, weight, dy),
      weightGradient(x, moments, dy),
      columnSums(dy),
    ],
  );
}

/** x̂ = (x − μ) / √(σ² + ε) at (row, col). */
const normalised = `((xAt(row, col) - momentsAt(row, 0).xxzz) * momentsAt(row, 0).yyww)`;

/** μ and 1 / √(σ² + ε) of each row: [rows, 2]. The variance is taken around the mean, for the digits. */
function rowMoments(x: Tensor, epsilon: number): Tensor {
  const [rows, D] = x.shape;
  return draw({
    name: 'layer norm moments',
    inputs: { x },
    shape: [rows, 2],
    code: `
      vec2 total = vec2(0.), squares = vec2(0.);
      for (int d = 0; d < ${D}; d += 2) { vec4 x = xAt(row, d); total += x.xz + x.yw; }
      vec2 mean = total / ${float(D!)};
      for (int d = 0; d < ${D}; d += 2) {
        vec4 x = xAt(row, d) - mean.xxyy;
        squares += x.xz * x.xz + x.yw * x.yw;
      }
      vec2 scale = 1. / sqrt(squares / ${float(D!)} + ${float(epsilon)});
      return vec4(mean.x, scale.x, mean.y, scale.y);`,
  });
}

/** ∂x = (∂x̂ − mean ∂x̂ − x̂ · mean(∂x̂ x̂)) / √(σ² + ε) with ∂x̂ = γ ∂y. */
function inputGradient(x: Tensor, moments: Tensor, weight: Tensor, dy: Tensor): Tensor {
  const [rows, D] = x.shape;
  const inputs = { x, moments, gamma: weight, dy };
  const means = draw({
    name: 'layer norm gradient means',
    inputs,
    shape: [rows, 2],
    code: `
      vec2 plain = vec2(0.), along = vec2(0.);
      vec4 m = momentsAt(row, 0);
      for (int d = 0; d < ${D}; d += 2) {
        vec4 g = dyAt(row, d) * gammaAt(d).xyxy;
        vec4 h = g * (xAt(row, d) - m.xxzz) * m.yyww;
        plain += g.xz + g.yw;
        along += h.xz + h.yw;
      }
      return vec4(plain.x, along.x, plain.y, along.y) / ${float(D!)};`,
  });
  return draw({
    name: 'layer norm gradient',
    inputs: { ...inputs, means },
    shape: x.shape,
    code: `
      vec4 means = meansAt(row, 0);
      vec4 g = dyAt(row, col) * gammaAt(col).xyxy;
      return (g - means.xxzz - ${normalised} * means.yyww) * momentsAt(row, 0).yyww;`,
  });
}

/** ∂γ = Σ ∂y x̂ over the rows. */
function weightGradient(x: Tensor, moments: Tensor, dy: Tensor): Tensor {
  const [rows, D] = x.shape;
  return draw({
    name: 'layer norm weight gradient',
    inputs: { x, moments, dy },
    shape: [D!],
    code: `
      vec2 total = vec2(0.);
      for (int row = 0; row < ${rows}; row += 2) {
        vec4 m = momentsAt(row, 0);
        vec4 h = dyAt(row, index) * (xAt(row, index) - m.xxzz) * m.yyww;
        total += h.xy + h.zw;
      }
      return vec4(total, 0., 0.);`,
  });
}
