/** One training step, told in full: what became of a picture, what each parameter's gradient and update were. */
import { reshape, slice, softmax, type Tensor } from '@tensorflow/tfjs-core';
import { fusedAvailable } from '../accelerated/fused/available.ts';
import { orPlain } from '../accelerated/fused/refused.ts';
import { fusedGradients } from '../accelerated/fused/step.ts';
import { flattenParameters } from '../model/parameters.ts';
import { vit } from '../model/vit.ts';
import { joined } from '../tensors/flat.ts';
import { createRandom } from '../tensors/random.ts';
import { release, scoped } from '../tensors/scope.ts';
import { learningRateAt } from '../training/schedule.ts';
import type { TrainingSettings } from '../training/settings.ts';
import { lossAndGradients, type Batch, type TrainingState } from '../training/step.ts';
import { describeParameters, largestUpdates, lengthOf } from '../training/updates.ts';
import type { LabWalk, WalkTensor } from './lab-protocol.ts';
import { readTensor } from './read.ts';

/** Pictures of the batch that are shown, and updates that are listed. */
const shownPictures = 8;
const listedUpdates = 10;

type WalkedPart = Omit<LabWalk, 'pictures' | 'pictureLosses' | 'loss' | 'gradientNorm'>;

export interface Walked extends WalkedPart {
  gradientNorm: number;
}

/**
 * Watches the step that `advance` takes from `state` on `batch`; neither is freed here.
 *
 * @returns all of a walk but the batch's pictures and its loss.
 */
export async function walkStep(
  state: TrainingState,
  batch: Batch,
  settings: TrainingSettings,
  advance: () => TrainingState,
): Promise<Walked> {
  const forward = await readForward(state, batch, settings);
  const before = await readAll(tensorsOf(state));
  const gradients = await readGradients(state, batch, settings);
  const parameters = flattenParameters(state.parameters).map(({ name, tensor }) => ({ name, shape: tensor.shape })); // prettier-ignore
  const { step, parameters: moved } = advance();
  const after = await readAll(flattenParameters(moved).map(({ tensor }) => tensor));
  const numbers = { before, gradients, after };
  const gradientNorm = lengthOf(gradients);
  return {
    step,
    ...forward,
    gradientNorm,
    clipFactor: Math.min(1, settings.clipNorm / gradientNorm),
    learningRate: learningRateAt(step - 1, settings),
    parameters: describeParameters(parameters, numbers),
    largest: largestUpdates(parameters, numbers, listedUpdates),
  };
}

const tensorsOf = ({ parameters }: TrainingState) =>
  flattenParameters(parameters).map(({ tensor }) => tensor);

/** The tensors' numbers one after the other. */
async function readAll(tensors: Tensor[]): Promise<Float32Array> {
  const all = scoped(() => joined(tensors));
  const values = await readTensor(all);
  all.dispose();
  return values;
}

async function readGradients(state: TrainingState, batch: Batch, settings: TrainingSettings) {
  const by = (gradientsOf: typeof fusedGradients | typeof lossAndGradients) =>
    joined(gradientsOf(state.parameters, batch, settings, createRandom(state.random)).gradients);
  const plain = () => by(lossAndGradients);
  const gradients = scoped(() =>
    fusedAvailable(settings.model) ? orPlain(() => by(fusedGradients), plain) : plain(),
  );
  const values = await readTensor(gradients);
  gradients.dispose();
  return values;
}

/** The first picture's tensors, and the first pictures' probabilities, in the pass that the step is made of. */
async function readForward(
  { parameters, random }: TrainingState,
  { images }: Batch,
  { model }: TrainingSettings,
): Promise<Pick<LabWalk, 'tensors' | 'probabilities'>> {
  const seen = scoped(() => {
    const mode = { training: true as const, random: createRandom(random) };
    const { patchEmbedding, embedded, blocks, normalised, pooled, logits } = vit(parameters, images, model, mode); // prettier-ignore
    const named: [string, Tensor][] = [
      ['xp', patchEmbedding.patches],
      ['z0', embedded],
      ...blocks.map(({ output }, index): [string, Tensor] => [`z${index + 1}`, output]),
      ['y', normalised?.output ?? pooled],
      ['logits', logits],
    ];
    const count = Math.min(shownPictures, images.shape[0]);
    return {
      names: named.map(([name]) => name),
      tensors: named.map(([, tensor]) => firstOf(tensor)),
      probabilities: softmax(slice(logits, [0, 0], [count, -1])),
    };
  });
  const tensors = await Promise.all(seen.tensors.map(readTensor));
  const probabilities = await readTensor(seen.probabilities);
  const shapes = seen.tensors.map(({ shape }) => shape as [number, number]);
  release({ tensors: seen.tensors, probabilities: seen.probabilities });
  const told = seen.names.map((name, index): WalkTensor => {
    return { name, shape: shapes[index], values: tensors[index] };
  });
  return { tensors: told, probabilities };
}

/** A batch's first element as a matrix. */
function firstOf(tensor: Tensor): Tensor {
  const [, ...shape] = tensor.shape;
  const begin = tensor.shape.map(() => 0);
  const first = slice(tensor, begin, [1, ...shape.map(() => -1)]);
  return reshape(first, shape.length === 1 ? [1, shape[0]] : [shape[0], -1]);
}
