/** Chapter 6's numbers from the library itself, in Node on the CPU: what the page's own are compared with. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { bookInput, bundledPicture } from '../../scripts/posters/model.ts';
import { beginnings, type Beginning } from '../../src/components/widgets/norm-depth/settings.ts';
import {
  batchRequest,
  normRequest,
  shapeOf,
} from '../../src/components/widgets/norm-groups/batch.ts';
import { defaults, type NormSettings } from '../../src/components/widgets/norm-groups/settings.ts';
import { joined, normRows } from '../../src/components/widgets/norm-weights/rows.ts';
import { batchTokens } from '../../src/lib/engine/computations/batch-tokens.ts';
import { gradientNorms } from '../../src/lib/engine/computations/gradient-norms.ts';
import { modelParameters } from '../../src/lib/engine/computations/model-parameters.ts';
import { normalise } from '../../src/lib/engine/computations/normalise.ts';
import { registerGradients } from '../../src/lib/engine/gradients.ts';
import { numberAt, statisticAt } from '../../src/lib/figures/norm-groups.ts';

export async function start(): Promise<void> {
  registerGradients();
  await setBackend('cpu');
}

async function bookBatch() {
  const asked = await batchRequest(await bookInput(), bundledPicture);
  return { names: asked.names, result: await batchTokens(asked) };
}

let batch: ReturnType<typeof bookBatch> | undefined;

/** What "Which numbers are averaged together" shows of a place under some settings. */
export async function normed(change: Partial<NormSettings>) {
  const settings = { ...defaults, ...change };
  const { names, result } = await (batch ??= bookBatch());
  const asked = normRequest(result, names, settings);
  const found = await normalise(asked);
  const shape = shapeOf(asked);
  const at = numberAt(shape, settings.place);
  const statistic = statisticAt(asked.norm, shape, settings.place, asked.groups);
  return {
    mean: found.mean[statistic],
    variance: found.variance[statistic],
    normalised: found.normalised[at],
    output: found.output[at],
    refused: found.refused,
    others: Object.fromEntries(found.influences.map(({ norm, others }) => [norm, others])),
    own: Object.fromEntries(found.influences.map(({ norm, own }) => [norm, own])),
  };
}

/** What "Pre-norm against post-norm" shows. */
export async function gradients(beginning: Beginning, depth: number, seed: number) {
  const { weights, image } = await bookInput();
  const { architecture } = weights;
  const initialisation = beginnings[beginning];
  const { pre, post } = await gradientNorms({ architecture, image, depth, initialisation, seed });
  return { pre: [...pre], post: [...post] };
}

/** The largest deviation of a gain of the checkpoint from 1. */
export async function farthestGain() {
  const { weights } = await bookInput();
  return Math.max(...joined(normRows(await modelParameters({ weights })), 'weight').map(Math.abs));
}
