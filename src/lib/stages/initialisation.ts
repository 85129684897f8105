/**
 * How fresh parameters are drawn: a table of named schemes.
 *
 * `xavier` is the lab's (Glorot and Bengio 2010); `timm` is that of timm's
 * ViT, whose truncation at ±2 cuts nothing in effect; the other three take
 * `nn.Linear`'s own default for dense layers and differ in tokens and
 * positions, as public replications of the paper do. Norms start at scale 1
 * and shift 0 in every scheme.
 */
import { fill, mul, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../tensors/random.ts';

/**
 * A tensor of the shape; `fanIn` and `fanOut` are the layer's inputs and
 * outputs.
 */
export type Draw = (
  random: Random,
  shape: number[],
  fanIn: number,
  fanOut: number,
) => Tensor;

export interface LayerInitialisation {
  weight: Draw;
  bias: Draw;
}

export interface Initialisation {
  dense: LayerInitialisation;
  /** The projection of the patches. */
  patches: LayerInitialisation;
  /** Learned tokens, [1, 1, D]. */
  token: Draw;
  /** The learned position table, [1, T, D]. */
  position: Draw;
}

const constant =
  (value: number): Draw =>
  (_, shape) =>
    fill(shape, value);

/** N(0, deviation²). */
const normal =
  (deviation: number): Draw =>
  (random, shape) =>
    random.normalTensor(shape, deviation);

/** Uniform within ±limit. */
const uniform =
  (limit: (fanIn: number, fanOut: number) => number): Draw =>
  (random, shape, fanIn, fanOut) =>
    mul(sub(random.uniformTensor(shape), 0.5), 2 * limit(fanIn, fanOut));

const zeros = constant(0);

/** ±√(6 / (in + out)). */
const xavierDense: LayerInitialisation = {
  weight: uniform((fanIn, fanOut) => Math.sqrt(6 / (fanIn + fanOut))),
  bias: zeros,
};

/**
 * ±1 / √in for weights and biases: PyTorch's default for `nn.Linear` and
 * `nn.Conv2d`.
 */
const torchUniform = uniform((fanIn) => 1 / Math.sqrt(fanIn));
const torchDense: LayerInitialisation = {
  weight: torchUniform,
  bias: torchUniform,
};

const withTorchDense = (draw: Draw): Initialisation => ({
  dense: torchDense,
  patches: torchDense,
  token: draw,
  position: draw,
});

export const initialisations = {
  xavier: {
    dense: xavierDense,
    patches: xavierDense,
    token: normal(0.02),
    position: normal(0.02),
  },
  timm: {
    dense: { weight: normal(0.02), bias: zeros },
    patches: torchDense,
    token: normal(1e-6),
    position: normal(0.02),
  },
  ones: withTorchDense(constant(1)),
  zeros: withTorchDense(zeros),
  normal: withTorchDense(normal(1)),
  /** All 0: for numbers that come from elsewhere. */
  blank: {
    dense: { weight: zeros, bias: zeros },
    patches: { weight: zeros, bias: zeros },
    token: zeros,
    position: zeros,
  },
} satisfies Record<string, Initialisation>;

export type InitialisationName = keyof typeof initialisations;
