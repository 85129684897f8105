/** The curve between the MLP's two layers, by name. */
import {
  add,
  erf,
  mul,
  relu,
  tanh,
  type Tensor,
} from '@tensorflow/tfjs-core';

/**
 * GELU(x) = x · (share of a standard normal distribution below x)
 * = x (1 + erf(x / √2)) / 2 (Hendrycks and Gimpel 2016).
 */
export function gelu(x: Tensor): Tensor {
  return mul(mul(x, 0.5), add(erf(mul(x, Math.SQRT1_2)), 1));
}

/**
 * x (1 + tanh(√(2/pi) (x + 0.044715 x³))) / 2, at most 4.7e-4 from GELU, at
 * |x| = 2.70.
 */
export function geluTanh(x: Tensor): Tensor {
  const cubed = mul(mul(x, x), x);
  const inner = mul(add(x, mul(cubed, 0.044715)), Math.sqrt(2 / Math.PI));
  return mul(mul(x, 0.5), add(tanh(inner), 1));
}

export const activations = { gelu, geluTanh, relu } satisfies Record<
  string,
  (x: Tensor) => Tensor
>;

export type Activation = keyof typeof activations;
