/** Chapter 7's numbers from the library itself, in Node on the CPU: what the page's own are compared with. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { bookForward, bundledPicture } from '../../scripts/posters/model.ts';
import { mostDraws } from '../../src/components/widgets/dropout/settings.ts';
import { twoWays } from '../../src/components/widgets/dropout/two-ways.ts';
import { classTokenValues } from '../../src/components/widgets/dropout/values.ts';
import { setPicture, sets } from '../../src/components/model/set-pictures.ts';
import { argMax, brightestFirst, unitsOf } from '../../src/components/widgets/mlp-neurons/units.ts';
import { reachOf } from '../../src/components/widgets/token-locality/reach.ts';
import { dropoutDraws } from '../../src/lib/engine/computations/dropout-draws.ts';
import { mlpNeurons } from '../../src/lib/engine/computations/mlp-neurons.ts';
import { tokenLocality } from '../../src/lib/engine/computations/token-locality.ts';

export async function start(): Promise<void> {
  await setBackend('cpu');
}

/** One block's units: the first that is chosen, and what any of them shows. */
export async function units(block: number) {
  const { result } = await bookForward();
  const found = unitsOf(result, block);
  const first = argMax(found.most);
  const of = (unit: number) => {
    const map = found.map(unit);
    const patch = argMax(map);
    const hidden = found.hidden(unit)[patch]!;
    return { map: [...map], patch, hidden, activated: map[patch]!, classToken: found.classToken(unit)! }; // prettier-ignore
  };
  return { first, of };
}

/** The bundled garments, the brightest for a unit first. */
export async function garments(block: number, unit: number) {
  const { input } = await bookForward();
  const ids = sets.garments.map(({ id }) => id);
  const pictures = (await Promise.all(ids.map(bundledPicture))).map(setPicture);
  const images = pictures.map(({ values }) => values);
  const found = await mlpNeurons({ weights: input.weights, images });
  return brightestFirst(found, block, unit).map(({ picture, value }) => ({
    name: pictures[picture]!.name,
    value,
  }));
}

/** How far a change reaches in each branch. */
export async function locality(block: number, change: 'one' | 'shift', token: number) {
  const { input } = await bookForward();
  const { weights, image } = input;
  const { mlp, attention } = await tokenLocality({ weights, image, block, change, token, seed: 1 });
  return { mlp: reachOf(mlp, token), attention: reachOf(attention, token) };
}

/** Both forms of dropout on the most active hidden number, after some draws. */
export async function dropped(rate: number, draws: number, seed: number) {
  const { result } = await bookForward();
  const values = classTokenValues(result);
  const unit = argMax(values);
  const found = await dropoutDraws({ values, rate, seed, draws: mostDraws });
  const { inverted, original, times } = twoWays(found, values[unit]!, {
    rate,
    draws,
    unit,
    units: values.length,
  });
  return {
    times,
    unit,
    inverted: { mean: inverted.means[draws - 1]!, inference: inverted.inference },
    original: { mean: original.means[draws - 1]!, inference: original.inference },
  };
}
