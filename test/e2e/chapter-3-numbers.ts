/** Chapter 3's numbers from the library itself, in Node on the CPU: what the page's own are compared with. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { bookPhotograph } from '../../scripts/posters/photograph.ts';
import {
  growthRequest,
  totalSteps,
  type GrowthTask,
} from '../../src/components/widgets/table-grows/settings.ts';
import {
  imageSize,
  inChannels,
  patchSize,
  seed,
  tables,
  type Reordering,
} from '../../src/components/widgets/token-order/settings.ts';
import { growPositions } from '../../src/lib/engine/computations/grow-positions.ts';
import { interpolatePositions } from '../../src/lib/engine/computations/interpolate-positions.ts';
import { tokenOrder } from '../../src/lib/engine/computations/token-order.ts';
import { registerGradients } from '../../src/lib/engine/gradients.ts';
import {
  compareRows,
  firstTurn,
  gridMeans,
  meanByOffset,
} from '../../src/lib/figures/positions.ts';
import { interleaved } from '../../src/lib/stages/sinusoids.ts';

export async function start(): Promise<void> {
  registerGradients();
  await setBackend('cpu');
}

/** What "Does order matter?" shows. */
export async function order(reordering: Reordering, orderSeed: number) {
  const { order, runs } = await tokenOrder({
    image: await bookPhotograph(imageSize, inChannels),
    imageSize,
    inChannels,
    patchSize,
    positionEmbeddings: [...tables],
    reordering,
    seed,
    orderSeed,
  });
  return { order: [...order], runs };
}

/** What "A learned table grows" shows after its last step. */
export async function growth(task: GrowthTask, growthSeed: number) {
  const request = { ...growthRequest(task, growthSeed), steps: totalSteps, state: null };
  const { loss, accuracy, cosines } = await growPositions(request);
  return { loss, accuracy, ...gridMeans(cosines) };
}

/** One number of a fresh table resized: [to, to]. */
export async function resized(
  interpolation: 'bilinear' | 'bicubic' | 'bicubicAntialiased',
  to: number,
  number: number,
) {
  const embedDim = 32;
  const { resized } = await interpolatePositions({
    positionEmbedding: 'learned',
    from: 4,
    to,
    embedDim,
    seed: 1,
    interpolations: [interpolation],
  });
  return Array.from({ length: to * to }, (_, p) => resized[0].table[p * embedDim + number]);
}

/** The course of the distances in an interleaved table, and the table. */
export function sines(positions: number, embedDim: number) {
  const rows = interleaved(positions, embedDim);
  const likeness = compareRows(rows);
  const curve = meanByOffset(likeness);
  return { rows, curve, turn: firstTurn(curve), cosines: [...likeness.cosines] };
}
