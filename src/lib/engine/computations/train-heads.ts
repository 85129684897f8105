/** Five heads, trained at once on what five ways read off one frozen model. */
import {
  add,
  argMax,
  cast,
  concat,
  equal,
  mean,
  reshape,
  slice,
  softmax,
  squeeze,
  tensor1d,
  valueAndGrad,
  zeros,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { WeightsChoice } from '../../model/checkpoint.ts';
import type { VitConfig } from '../../model/config.ts';
import { flattenParameters, replaceParameters } from '../../model/parameters.ts';
import { readIn, readingWays, type ReadingWay } from '../../model/reading-ways.ts';
import { head, initHead, type HeadParameters } from '../../stages/head.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { adam, type Moments } from '../../training/adam.ts';
import type { Images } from '../../training/dataset.ts';
import { imageTensor } from '../../training/images.ts';
import { crossEntropy } from '../../training/loss.ts';
import { labelledPictures } from '../labelled-pictures.ts';
import { modelWith } from '../model-weights.ts';
import { readTensor } from '../read.ts';
import { readVectors } from '../reading.ts';
import { modelInput } from './forward.ts';

export interface TrainHeadsRequest {
  weights: WeightsChoice;
  /** The reader's picture, [S, S, C], 0 to 1: read by every head once they are trained. */
  image: Float32Array;
  /** Pictures to train the heads on, and others to test them on. */
  trainImages: number;
  testImages: number;
  steps: number;
  learningRate: number;
  seed: number;
}

export interface TrainedHead {
  /** Fraction of the test pictures that is told right. */
  accuracy: number;
  /** Numbers that belong to this way alone: its head, and DeiT's second token. */
  parameters: number;
  /** softmax of the logits for the reader's picture: [classes]. */
  probabilities: Float32Array;
}

export type TrainHeadsResult = Record<ReadingWay, TrainedHead>;

/** Images per forward pass. */
const chunk = 64;
const betas = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

type Vectors = Record<ReadingWay, Tensor[]>;
type Heads = Record<ReadingWay, HeadParameters>;

export async function trainHeads(request: TrainHeadsRequest): Promise<TrainHeadsResult> {
  const { weights, image, trainImages, testImages, seed } = request;
  const { config, classNames, parameters } = await modelWith(weights);
  const pictures = await labelledPictures(weights.architecture, trainImages + testImages);
  const read = (images: Tensor) =>
    readVectors(parameters, images, config, readingWays, createRandom(seed));
  const data = scoped(() => ({
    train: vectorsOf(pictures, 0, trainImages, config, read),
    test: vectorsOf(pictures, trainImages, trainImages + testImages, config, read),
    own: read(modelInput([image], config)),
  }));
  const labels = Int32Array.from(pictures.labels);
  const targets = {
    train: tensor1d(labels.subarray(0, trainImages), 'int32'),
    test: tensor1d(labels.subarray(trainImages), 'int32'),
  };
  const heads = train(data.train, targets.train, config, classNames.length, request);
  const result = await judge(heads, data.test, data.own, targets.test, config);
  release({ data, targets, heads });
  return result;
}

/** The vectors of many pictures, read part by part. */
function vectorsOf(
  { pixels, count }: Images,
  start: number,
  end: number,
  config: VitConfig,
  read: (images: Tensor) => Vectors,
): Vectors {
  const area = pixels.length / count;
  const parts: Vectors[] = [];
  for (let at = start; at < end; at += chunk) {
    const last = Math.min(at + chunk, end);
    const some = pixels.subarray(at * area, last * area);
    parts.push(scoped(() => read(imageTensor(some, last - at, config))));
  }
  const joined = (way: ReadingWay) => parts[0]![way].map((_, i) => concat(parts.map((part) => part[way][i]!))); // prettier-ignore
  return Object.fromEntries(readingWays.map((way) => [way, joined(way)])) as Vectors;
}

function logitsOf(params: HeadParameters, [y, distilled]: Tensor[]): Tensor {
  return head(params, y!, distilled ?? null).output;
}

/** All heads as one vector, moved by Adam on the sum of their losses. */
function train(
  vectors: Vectors,
  labels: Tensor,
  config: VitConfig,
  numClasses: number,
  { steps, learningRate, seed }: TrainHeadsRequest,
): Heads {
  const random = createRandom(seed).fork('heads');
  const options = (way: ReadingWay) => ({ ...readIn(way, config), numClasses });
  const fresh = scoped(
    () =>
      Object.fromEntries(readingWays.map((way) => [way, initHead(options(way), random)])) as Heads,
  );
  const shapes = flattenParameters(fresh).map(({ tensor }) => tensor.shape);
  const unpacked = (flat: Tensor) => replaceParameters(fresh, partsOf(flat, shapes));
  const loss = (flat: Tensor) => {
    const heads = unpacked(flat);
    const losses = readingWays.map((way) => crossEntropy(logitsOf(heads[way], vectors[way]), labels).loss); // prettier-ignore
    return losses.reduce((sum, one) => add(sum, one));
  };
  let flat = scoped(() => concat(flattenParameters(fresh).map(({ tensor }) => reshape(tensor, [-1])))); // prettier-ignore
  let moments: Moments = { first: zeros([flat.size]), second: zeros([flat.size]) };
  for (let step = 1; step <= steps; step++) {
    const next = scoped(() => {
      const { grad } = valueAndGrad(loss)(flat);
      return adam(flat, grad, moments, step, { ...betas, learningRate });
    });
    release({ flat, moments });
    ({ parameters: flat, moments } = next);
  }
  const trained = scoped(() => unpacked(flat));
  release({ flat, moments, fresh });
  return trained;
}

/** A vector's stretches as tensors of the given shapes. */
function partsOf(flat: Tensor, shapes: number[][]): Tensor[] {
  let at = 0;
  return shapes.map((shape) => {
    const size = shape.reduce((product, side) => product * side, 1);
    const part = reshape(slice(flat, [at], [size]), shape);
    at += size;
    return part;
  });
}

async function judge(
  heads: Heads,
  test: Vectors,
  own: Vectors,
  labels: Tensor,
  { embedDim }: VitConfig,
): Promise<TrainHeadsResult> {
  const found = await Promise.all(
    readingWays.map(async (way): Promise<[ReadingWay, TrainedHead]> => {
      const seen = scoped(() => ({
        accuracy: mean(cast(equal(argMax(logitsOf(heads[way], test[way]), 1), labels), 'float32')),
        probabilities: squeeze(softmax(logitsOf(heads[way], own[way])), [0]),
      }));
      const accuracy = (await readTensor(seen.accuracy))[0]!;
      const probabilities = await readTensor(seen.probabilities);
      release(seen);
      const size = flattenParameters(heads[way]).reduce((sum, { tensor }) => sum + tensor.size, 0);
      const token = way === 'distilled' ? 2 * embedDim : 0;
      return [way, { accuracy, probabilities, parameters: size + token }];
    }),
  );
  return Object.fromEntries(found) as TrainHeadsResult;
}
