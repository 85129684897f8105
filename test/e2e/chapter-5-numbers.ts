/** Chapter 5's numbers from the library itself, in Node on the CPU: what the page's own are compared with. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { bookForward, bookInput, bundledPicture } from '../../scripts/posters/model.ts';
import { garments } from '../../src/components/reader/catalogue.ts';
import { patchWeights, seenHeads } from '../../src/components/widgets/heads/seen.ts';
import { headName } from '../../src/components/widgets/heads/words.ts';
import { headDistances } from '../../src/lib/engine/computations/head-distances.ts';
import { qkvLayouts } from '../../src/lib/engine/computations/qkv-layouts.ts';
import { switchedHeads, type HeadPlace } from '../../src/lib/engine/computations/switched-heads.ts';
import { imageFloats } from '../../src/lib/images/floats.ts';
import { blockCost } from '../../src/lib/model/block-cost.ts';

export async function start(): Promise<void> {
  await setBackend('cpu');
}

/** What "Heads side by side" shows of a head, with some heads off. */
export async function head(place: HeadPlace, query: number | null, off: HeadPlace[] = []) {
  const { input, result } = await bookForward();
  const { weights, image } = input;
  const run = off.length ? (await switchedHeads({ weights, image, sets: [off] })).runs[0]! : null;
  const seen = seenHeads(result, run);
  const map = patchWeights(seen, place, query);
  const [, heads] = seen.shape;
  const first = seen.before.logits.indexOf(Math.max(...seen.before.logits));
  return {
    name: seen.classNames[first]!,
    before: seen.before.probabilities[first]!,
    probability: seen.after.probabilities[first]!,
    logitChange: seen.after.logits[first]! - seen.before.logits[first]!,
    largest: Math.max(...map),
    most: map.indexOf(Math.max(...map)),
    distance: seen.distances[place[0] * heads + place[1]]!,
    count: seen.distances.length,
  };
}

/** The mean distance of each head over the dozen garments. */
export async function dozen() {
  const { weights, imageSize: size, inChannels: channels } = await bookInput();
  const pictures = await Promise.all(garments.map(({ id }) => bundledPicture(id)));
  const images = pictures.map((picture) => imageFloats(picture, { size, channels }));
  const { distances } = await headDistances({ weights, images, off: [] });
  const mean = (i: number) => distances.reduce((sum, one) => sum + one[i]!, 0) / distances.length;
  return Array.from(distances[0]!, (_, i) => mean(i));
}

export async function columns(block: number) {
  const { weights, image } = await bookInput();
  return qkvLayouts({ weights, image, block });
}

/** What "What attention costs" counts. */
export function cost(size: { grid: number; embedDim: number; numHeads: number }) {
  return blockCost({ ...size, mlpRatio: 4 });
}

/** How the logit of the answer moves without each head alone, and the head that takes most. */
export async function worth() {
  const { input, result } = await bookForward();
  const { weights, image } = input;
  const { depth, numHeads } = result.config;
  const places = Array.from({ length: depth * numHeads }, (_, i): HeadPlace => [
    Math.floor(i / numHeads),
    i % numHeads,
  ]);
  const logits = result.trace['logits']!.values;
  const answer = logits.indexOf(Math.max(...logits));
  const { runs } = await switchedHeads({ weights, image, sets: places.map((place) => [place]) });
  const changes = runs.map((run) => run.logits[answer]! - logits[answer]!);
  return { changes, most: headName(places[changes.indexOf(Math.min(...changes))]!) };
}
