/**
 * AdamW over all parameters: two draws for the moments, one for each parameter. Nothing is uploaded: what changes from
 * step to step is a uniform, and the gradient's length stays on the device.
 *
 * The same equations, and the same order of the moments, as `training/optimiser.ts`.
 */
import { reshape, type Tensor } from '@tensorflow/tfjs-core';
import type { AdamSettings } from '../../training/adam.ts';
import type { DecayGroups, Moments, Update } from '../../training/optimiser.ts';
import { draw, float } from './draw.ts';

export interface AdamStep {
  parameters: Tensor[];
  /** All gradients, in the order of the moments: [n]. */
  gradient: Tensor;
  /** ‖gradient‖: []. */
  norm: Tensor;
  /** A longer gradient is scaled down to this. */
  clipNorm: number;
  moments: Moments;
  /** Counted from 1. */
  step: number;
  decayed: DecayGroups;
  settings: AdamSettings & { weightDecay: number };
}

/** θ, m and v after the step. */
export function adam(given: AdamStep): Update {
  const { parameters, gradient, moments, step, decayed, settings } = given;
  const { learningRate, beta1, beta2, weightDecay, epsilon } = settings;
  const clipped = `xAt(index) * (clip / max(normAt().x, clip))`;
  const moment = (name: string, before: Tensor, keep: number, addend: string) =>
    draw({
      name,
      inputs: { before, x: gradient, norm: given.norm },
      shape: gradient.shape,
      uniforms: { clip: given.clipNorm },
      code: `
        vec4 g = ${clipped};
        return ${float(keep)} * beforeAt(index) + ${float(1 - keep)} * ${addend};`,
    });
  const first = moment('first moment', moments.first, beta1, 'g');
  const second = moment('second moment', moments.second, beta2, 'g * g');
  const starts = momentStarts(parameters, decayed);
  const updated = parameters.map((parameter, index) =>
    updatedParameter(parameter, { first, second }, starts[index], {
      rate: learningRate / (1 - beta1 ** step),
      unbias: 1 / (1 - beta2 ** step),
      shrink: decayed[index] ? 1 - learningRate * weightDecay : 1,
      epsilon,
    }),
  );
  return { parameters: updated, moments: { first, second } };
}

/** Indices of the parameters in the order of the moments: the decayed ones first. */
export function momentOrder(decayed: DecayGroups): number[] {
  const indices = decayed.map((_, index) => index);
  return [...indices.filter((i) => decayed[i]), ...indices.filter((i) => !decayed[i])];
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

/** shrink · θ − rate · m / (√(unbias · v) + ε). */
function updatedParameter(
  parameter: Tensor,
  moments: Moments,
  start: number,
  uniforms: Record<string, number>,
): Tensor {
  const columns = parameter.shape.at(-1)!;
  const rows = parameter.size / columns;
  const next = draw({
    name: 'parameter',
    inputs: { theta: reshape(parameter, [rows, columns]), m: moments.first, v: moments.second },
    shape: [rows, columns],
    uniforms: { ...uniforms, start },
    code: `
      vec4 m = vec4(0.), v = vec4(0.);
      for (int lane = 0; lane < 4; lane++) {
        int r = row + (lane >> 1), c = col + (lane & 1);
        if (r >= ${rows} || c >= ${columns}) continue;
        int i = int(start) + r * ${columns} + c;
        m[lane] = one(mAt(i), i);
        v[lane] = one(vAt(i), i);
      }
      vec4 next = shrink * thetaAt(row, col) - rate * m / (sqrt(unbias * v) + epsilon);
      ${rows % 2 ? `if (row + 1 >= ${rows}) next.zw = vec2(0.);` : ''}
      ${columns % 2 ? `if (col + 1 >= ${columns}) next.yw = vec2(0.);` : ''}
      return next;`,
  });
  return reshape(next, parameter.shape);
}
