/** Chapter 9's numbers from the library itself, in Node on the CPU: what the page's own are compared with. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { bookForward, bookInput } from '../../scripts/posters/model.ts';
import { draws } from '../../src/components/widgets/framework-layer/settings.ts';
import { blockDropout } from '../../src/lib/engine/computations/block-dropout.ts';
import { largestAddition, readingsOf, stationsOf } from '../../src/lib/figures/stream.ts';

export async function start(): Promise<void> {
  await setBackend('cpu');
}

/** A token of the page's own picture along the stream. */
export async function stream(token: number) {
  const { result } = await bookForward();
  const readings = readingsOf(stationsOf(result.trace, result.config.depth), token);
  return { readings, largest: readings[largestAddition(readings).station]!.name };
}

/** Mean change of what the second block adds, as parts of its length. */
export async function dropout(rate: number) {
  const { weights, image } = await bookInput();
  const { spread } = await blockDropout({ weights, image, block: 1, rate, draws, seed: 1 });
  const mean = (values: Float32Array) => values.reduce((a, b) => a + b, 0) / values.length;
  return { paper: mean(spread.paper), framework: mean(spread.framework) };
}
