/** The numbers of chapter 6's prose and tables, from the stages themselves and from the garments checkpoint. */
import { abs, add, max, mul, ones, sub, tensor, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { modelInput } from '../../src/lib/engine/computations/forward.ts';
import { modelWith } from '../../src/lib/engine/model-weights.ts';
import { scientific } from '../../src/lib/figures/small-numbers.ts';
import { whole } from '../../src/lib/figures/words.ts';
import { tokenCount } from '../../src/lib/model/config.ts';
import { vit } from '../../src/lib/model/vit.ts';
import { batchNorm, initBatchNorm } from '../../src/lib/stages/batch-norm.ts';
import { initialisations } from '../../src/lib/stages/initialisation.ts';
import { initLayerNorm, layerNorm } from '../../src/lib/stages/layer-norm.ts';
import { evaluation } from '../../src/lib/stages/mode.ts';
import { initRmsNorm, rmsNorm } from '../../src/lib/stages/rms-norm.ts';
import { createRandom } from '../../src/lib/tensors/random.ts';
import { batchRequest } from '../../src/components/widgets/norm-groups/batch.ts';
import { bookInput, bundledPicture } from './model.ts';

const seed = 1;

export async function normsNumbers() {
  const input = await bookInput();
  const { config, parameters } = await modelWith(input.weights);
  const { images } = await batchRequest(input, bundledPicture);
  const logits = (pictures: Float32Array[], normEpsilon = config.normEpsilon) =>
    vit(parameters, modelInput(pictures, config), { ...config, normEpsilon }, evaluation);
  const usual = logits([input.image]);
  const together = logits(images).logits.arraySync() as number[][];
  const alone = usual.logits.arraySync() as number[][];
  return {
    tiny: { tokens: tokenCount(config), width: config.embedDim, picture: input.picture.name },
    batch: images.length,
    aloneOrTogether: scientific(largest(together[0]!.map((value, i) => value - alone[0]![i]!))),
    groups: groupTable(),
    epsilons: [1e-6, 1e-5, 1e-3].map((epsilon) => ({
      epsilon: scientific(epsilon),
      ...freshToken(epsilon),
      logits: scientific(value(max(abs(sub(logits([input.image], epsilon).logits, usual.logits))))),
    })),
    shift: shiftedToken(),
    refused: refusal(),
  };
}

/** How many groups each call makes of its input, and how many numbers each group holds. */
function groupTable() {
  const layer = (shape: number[], group: number[]) =>
    layerNorm({ weight: ones(group), bias: zeros(group) }, ones(shape)).mean.size;
  const batch = (shape: number[]) => {
    const { params, state } = initBatchNorm({ embedDim: shape.at(-1)! });
    return batchNorm(params, state, ones(shape), { training: true, random: createRandom(seed) }).mean.size; // prettier-ignore
  };
  const row = (call: string, shown: number[], groups: number, weights: number[]) => ({
    call,
    shape: words(shown),
    groups: whole(groups),
    each: whole(size(shown) / groups),
    weights: words(weights),
  });
  return [
    row('LayerNorm(10)', [20, 5, 10], layer([20, 5, 10], [10]), [10]),
    row('LayerNorm([5, 10])', [20, 5, 10], layer([20, 5, 10], [5, 10]), [5, 10]),
    row('LayerNorm([5, 10, 10])', [20, 5, 10, 10], layer([20, 10, 10, 5], [10, 10, 5]), [5, 10, 10]), // prettier-ignore
    row('LayerNorm(768)', [32, 197, 768], layer([32, 197, 768], [768]), [768]),
    row('BatchNorm2d(5)', [20, 5, 10, 10], batch([20, 10, 10, 5]), [5]),
    row('BatchNorm1d(768)', [32 * 197, 768], batch([32, 197, 768]), [768]),
  ];
}

/** A fresh token of ViT-B/16's width, as small as initialisations make it: its spread before and after LN. */
function freshToken(epsilon: number) {
  const token = initialisations.timm.position(createRandom(seed), [1, 768], 768, 768);
  const { output } = layerNorm(initLayerNorm({ embedDim: 768 }), token, epsilon);
  return { before: spread(token).toFixed(3), after: spread(output).toFixed(3) };
}

/** What is left of adding 5 to every number of a token. */
function shiftedToken() {
  const x = createRandom(seed).normalTensor([1, 768], 1);
  const moved = add(x, 5);
  const layer = (given: Tensor) => layerNorm(initLayerNorm({ embedDim: 768 }), given).output;
  const rms = (given: Tensor) => rmsNorm(initRmsNorm({ embedDim: 768 }), given).output;
  const change = (norm: (given: Tensor) => Tensor, to: Tensor) =>
    scientific(value(max(abs(sub(norm(to), norm(x))))));
  const times = mul(x, 10);
  return {
    layer: { added: change(layer, moved), scaled: change(layer, times) },
    rms: { added: change(rms, moved), scaled: change(rms, times) },
  };
}

/** What batch norm says to a batch of one vector. */
function refusal(): string {
  const { params, state } = initBatchNorm({ embedDim: 3 });
  const x = tensor([[1, 2, 3]]);
  try {
    batchNorm(params, state, x, { training: true, random: createRandom(seed) });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('batch norm took a batch of one vector');
}

const words = (shape: number[]) => `[${shape.map(whole).join(', ')}]`;
const size = (shape: number[]) => shape.reduce((product, side) => product * side, 1);
const value = (x: Tensor) => x.dataSync()[0]!;
const largest = (differences: number[]) => Math.max(...differences.map(Math.abs));

function spread(x: Tensor): number {
  const numbers = Array.from(x.dataSync());
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  return Math.sqrt(numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / numbers.length);
}
