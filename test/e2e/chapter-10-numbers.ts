/** Chapter 10's numbers from the library itself, in Node on the CPU: what the page's own are compared with. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { bookForward, bookInput } from '../../scripts/posters/model.ts';
import { answersAt, topsOf } from '../../src/components/widgets/logit-lens/words.ts';
import { logitLens } from '../../src/lib/engine/computations/logit-lens.ts';
import { normalisedMeans } from '../../src/lib/figures/normalised-means.ts';

export async function start(): Promise<void> {
  await setBackend('cpu');
}

/** The lens on one token: its first choices, and all answers after the second block. */
export async function lens(token: number) {
  const { weights, image } = await bookInput();
  const result = await logitLens({ weights, image });
  return {
    tops: topsOf(result, token),
    afterSecond: answersAt(result, 2, token),
    classNames: result.classNames,
  };
}

/** How far the mean before the norm lies from the mean after it. */
export async function meanAndNorm(): Promise<number> {
  const { result } = await bookForward();
  const { depth, normEpsilon } = result.config;
  return normalisedMeans(result.trace[`blocks.${depth - 1}.output`]!, normEpsilon).difference;
}
