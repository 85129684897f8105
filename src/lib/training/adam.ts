/**
 * Adam (Kingma and Ba 2015, algorithm 1) on one vector of parameters:
 *
 * m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²,  θ ← θ − η m̂ / (√v̂ + ε),  m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)
 *
 * ε stands outside the root, after the bias correction, as in PyTorch. It is always given: the backends' own differ.
 */
import { add, div, mul, sqrt, square, sub, type Tensor } from '@tensorflow/tfjs-core';

export interface AdamSettings {
  /** η. */
  learningRate: number;
  beta1: number;
  beta2: number;
  /** 1e-7 on float32 textures; 1e-4 on float16 ones. */
  epsilon: number;
}

/** What an optimiser remembers of each parameter. */
export interface Moments {
  /** Adam's m, or the velocity of SGD: [n]. */
  first: Tensor;
  /** Adam's v; SGD leaves it alone: [n]. */
  second: Tensor;
}

export interface Moved {
  /** θ: [n]. */
  parameters: Tensor;
  moments: Moments;
}

/** θ, m and v after step `step`, counted from 1. */
export function adam(
  parameters: Tensor,
  gradient: Tensor,
  moments: Moments,
  step: number,
  { learningRate, beta1, beta2, epsilon }: AdamSettings,
): Moved {
  const first = add(mul(moments.first, beta1), mul(gradient, 1 - beta1));
  const second = add(mul(moments.second, beta2), mul(square(gradient), 1 - beta2));
  const root = sqrt(mul(second, 1 / (1 - beta2 ** step))); // √v̂
  const change = div(mul(first, learningRate / (1 - beta1 ** step)), add(root, epsilon));
  return { parameters: sub(parameters, change), moments: { first, second } };
}
