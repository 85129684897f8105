/** Chapter 8's numbers from the library itself, in Node on the CPU: what the page's own are compared with. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { bookForward, bundledPicture } from '../../scripts/posters/model.ts';
import { setPicture, sets } from '../../src/components/model/set-pictures.ts';
import { countsOf } from '../../src/components/widgets/drop-path/counts.ts';
import { batch, draws } from '../../src/components/widgets/drop-path/settings.ts';
import { seen } from '../../src/components/widgets/drop-path/words.ts';
import { stepsOf } from '../../src/components/widgets/residual-stream/stream.ts';
import { dropPathFlow } from '../../src/lib/engine/computations/drop-path-flow.ts';
import { dropoutDraws } from '../../src/lib/engine/computations/dropout-draws.ts';
import { columnOf, runningMean } from '../../src/lib/figures/running-mean.ts';

export async function start(): Promise<void> {
  await setBackend('cpu');
}

/** The stream of the book's garment, branch by branch. */
export async function stream(which: 'class token' | 'mean of the patches') {
  return stepsOf((await bookForward()).result, which);
}

/** Eight garments through a model in training mode, and the sentence that is said of them. */
export async function flow(depth: number | null, rate: number, oneDraw: boolean, seed: number) {
  const { input } = await bookForward();
  const ids = sets.garments.slice(0, batch).map(({ id }) => id);
  const pictures = (await Promise.all(ids.map(bundledPicture))).map(setPicture);
  const images = pictures.map(({ values }) => values);
  const { weights } = input;
  const result = await dropPathFlow({ weights, images, depth, rate, oneDraw, seed });
  const counts = countsOf(result, oneDraw);
  const { training, evaluation } = result;
  return {
    ...counts,
    sentence: seen(counts, result.shape.depth, oneDraw),
    training: [...training],
    evaluation: [...evaluation],
  };
}

/** The mean of the last block's factor over many draws. */
export async function meanFactor(rate: number, seed: number) {
  const values = Float32Array.of(1);
  const { output } = await dropoutDraws({ values, rate, draws, seed, path: true });
  const { means, error } = runningMean(columnOf(output, 1, 0, draws));
  return { mean: means[draws - 1]!, error };
}
