/**
 * A dense (fully connected) layer, applied to the last axis: y = x W + b.
 *
 * W is [in, out]; PyTorch's `nn.Linear` stores the transpose.
 */
import { add, matMul, reshape, type Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../tensors/random.ts';
import {
  initialisations,
  type LayerInitialisation,
} from './initialisation.ts';

export interface DenseConfig {
  inputs: number;
  outputs: number;
  bias: boolean;
}

export interface DenseParameters {
  /** W: [in, out]. */
  weight: Tensor;
  /** b: [out], or null without one. */
  bias: Tensor | null;
}

export function initDense(
  { inputs, outputs, bias }: DenseConfig,
  random: Random,
  scheme: LayerInitialisation = initialisations.xavier.dense,
): DenseParameters {
  return {
    weight: scheme.weight(random, [inputs, outputs], inputs, outputs),
    bias: bias ? scheme.bias(random, [outputs], inputs, outputs) : null,
  };
}

/**
 * y = x W + b: [..., in] → [..., out]. Throws a RangeError when x is not
 * `in` wide.
 */
export function dense(
  { weight, bias }: DenseParameters,
  x: Tensor,
): Tensor {
  const [inputs, outputs] = weight.shape;
  const width = x.shape[x.rank - 1];
  if (width !== inputs)
    throw new RangeError(
      `dense: x is ${width} wide, the weight takes ${inputs}`,
    );
  const rows = reshape(x, [-1, inputs]);
  const product = matMul(rows, weight); // [rows, out]
  return reshape(bias ? add(product, bias) : product, [
    ...x.shape.slice(0, -1),
    outputs,
  ]);
}
