/**
 * The optimisers of `training/optimiser.ts` over all parameters: one draw for the gradient, clipped and pulled, one for
 * each moment, one for each parameter. Nothing is uploaded: what changes from step to step is a uniform, and the
 * gradient's length stays on the device.
 *
 * The same equations, and the same order of the moments.
 */
import { clone, reshape, type Tensor } from '@tensorflow/tfjs-core';
import type { DecayGroups, Moments, OptimiserSettings, Update } from '../../training/optimiser.ts';
import { draw, float } from './draw.ts';
import { asMatrix, joined, length } from './flat.ts';

export interface UpdateStep {
  parameters: Tensor[];
  /** ∂loss/∂θ of each. */
  gradients: Tensor[];
  /** A longer gradient is scaled down to this. */
  clipNorm: number;
  moments: Moments;
  /** Counted from 1. */
  step: number;
  decayed: DecayGroups;
  settings: OptimiserSettings;
}

/** The gradients joined in the order of the moments, [n], and their length, []. */
interface OptimiserStep extends Omit<UpdateStep, 'gradients'> {
  gradient: Tensor;
  norm: Tensor;
}

/** Parameters and moments after the step, and the gradient's length before clipping: []. */
export function update({ gradients, ...given }: UpdateStep): Update & { norm: Tensor } {
  const gradient = joined(momentOrder(given.decayed).map((index) => asMatrix(gradients[index])));
  const norm = length(gradient);
  return { ...optimise({ ...given, gradient, norm }), norm };
}

function optimise(given: OptimiserStep): Update {
  const { parameters, step, decayed, settings } = given;
  const { optimiser, learningRate, beta1, beta2, weightDecay, epsilon } = settings;
  const moments = nextMoments(stepGradient(given), given);
  const starts = momentStarts(parameters, decayed);
  const shrinks = (index: number) => optimiser === 'adamw' && decayed[index];
  const updated = parameters.map((parameter, index) => {
    const shrink = shrinks(index) ? 1 - learningRate * weightDecay : 1;
    const place = { shrink, start: starts[index] };
    if (optimiser === 'sgd')
      return moved(parameter, moments, 'rate * m', { rate: learningRate, ...place });
    return moved(parameter, moments, 'rate * m / (sqrt(unbias * v) + epsilon)', {
      rate: learningRate / (1 - beta1 ** step),
      unbias: 1 / (1 - beta2 ** step),
      epsilon,
      ...place,
    });
  });
  return { parameters: updated, moments };
}

/** Indices of the parameters in the order of the moments: the decayed ones first. */
function momentOrder(decayed: DecayGroups): number[] {
  const indices = decayed.map((_, index) => index);
  return [...indices.filter((i) => decayed[i]), ...indices.filter((i) => !decayed[i])];
}

/** The gradient that the moments see: no longer than the limit and, where decay is coupled, with λθ: [n]. */
function stepGradient({
  parameters,
  gradient,
  norm,
  clipNorm,
  decayed,
  settings,
}: OptimiserStep): Tensor {
  const { optimiser, weightDecay } = settings;
  const order = momentOrder(decayed);
  const pulled = optimiser !== 'adamw' && weightDecay !== 0;
  const theta = pulled && joined(order.map((index) => asMatrix(parameters[index])));
  const count = parameters.reduce((sum, { size }, index) => sum + (decayed[index] ? size : 0), 0);
  return draw({
    name: 'step gradient',
    inputs: { gradient, norm, ...(theta && { theta }) },
    shape: gradient.shape,
    uniforms: { clip: clipNorm, ...(theta && { decay: weightDecay }) },
    code: `
      vec4 g = gradientAt(index) * (clip / max(normAt().x, clip));
      ${theta ? `g += decay * thetaAt(index) * vec4(index < ${count}, index + 1 < ${count}, 0., 0.);` : ''}
      return g;`,
  });
}

/** m and v, or SGD's velocity. */
function nextMoments(g: Tensor, { moments, settings }: OptimiserStep): Moments {
  const { optimiser, beta1, beta2, momentum } = settings;
  if (optimiser === 'sgd')
    return {
      first: running('velocity', moments.first, g, `${float(momentum)} * before + g`),
      second: clone(moments.second),
    };
  const average = (beta: number, of: string) =>
    `${float(beta)} * before + ${float(1 - beta)} * ${of}`;
  return {
    first: running('first moment', moments.first, g, average(beta1, 'g')),
    second: running('second moment', moments.second, g, average(beta2, 'g * g')),
  };
}

function running(name: string, before: Tensor, g: Tensor, next: string): Tensor {
  const code = `vec4 before = beforeAt(index), g = gAt(index); return ${next};`;
  return draw({ name, inputs: { before, g }, shape: g.shape, code });
}

/** Where each parameter's moments begin. */
function momentStarts(parameters: Tensor[], decayed: DecayGroups): number[] {
  const starts: number[] = [];
  let start = 0;
  for (const index of momentOrder(decayed)) {
    starts[index] = start;
    start += parameters[index].size;
  }
  return starts;
}

/** shrink · θ − change. */
function moved(
  parameter: Tensor,
  { first, second }: Moments,
  change: string,
  uniforms: Record<string, number>,
): Tensor {
  const theta = asMatrix(parameter);
  const [rows, columns] = theta.rank === 2 ? theta.shape : [1, theta.size];
  const next = draw({
    name: 'parameter',
    inputs: { theta: reshape(theta, [rows, columns!]), m: first, v: second },
    shape: [rows, columns!],
    uniforms,
    code: `
      vec4 m = vec4(0.), v = vec4(0.);
      for (int lane = 0; lane < 4; lane++) {
        int r = row + (lane >> 1), c = col + (lane & 1);
        if (r >= ${rows} || c >= ${columns}) continue;
        int i = int(start) + r * ${columns} + c;
        m[lane] = one(mAt(i), i);
        v[lane] = one(vAt(i), i);
      }
      vec4 next = shrink * thetaAt(row, col) - ${change};
      ${rows % 2 ? `if (row + 1 >= ${rows}) next.zw = vec2(0.);` : ''}
      ${columns! % 2 ? `if (col + 1 >= ${columns}) next.yw = vec2(0.);` : ''}
      return next;`,
  });
  return reshape(next, parameter.shape);
}
