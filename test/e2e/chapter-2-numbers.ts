/** Chapter 2's numbers from the library itself, in Node on the CPU: what the page's own are compared with. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { cutPhotograph } from '../../scripts/posters/cut-photograph.ts';
import { bookPhotograph } from '../../scripts/posters/photograph.ts';
import { seed } from '../../src/components/widgets/patch-filters/settings.ts';
import {
  batchOf,
  imageSize,
  inChannels,
  patchSize as reshaped,
} from '../../src/components/widgets/token-reshapes/settings.ts';
import { patchFilters } from '../../src/lib/engine/computations/patch-filters.ts';
import { rearrangeImage } from '../../src/lib/engine/computations/rearrange-image.ts';
import { tokenReshapes } from '../../src/lib/engine/computations/token-reshapes.ts';

export async function start(): Promise<void> {
  await setBackend('cpu');
}

/** What "What E looks for" shows: the errors of both sets, levels of 255. */
export async function filterErrors(patchSize: number) {
  const { count, principal, random } = await patchFilters({
    ...(await cutPhotograph()),
    patchSize,
    seed,
  });
  const levels = (errors: number[]) => errors.map((error) => 255 * error);
  return { count, principal: levels(principal.errors), random: levels(random.errors) };
}

/** What a pattern makes of the book's photograph. */
export async function rearranged(pattern: string, patchSize: number) {
  const request = { ...(await cutPhotograph()), patchSize, pattern };
  const { shape, difference } = await rearrangeImage(request);
  return { shape, difference };
}

/** What the silent reshape differs by. */
export async function silentDifference(batch: number): Promise<number> {
  const images = batchOf(await bookPhotograph(imageSize, inChannels), batch);
  const request = { images, imageSize, inChannels, patchSize: reshaped };
  return (await tokenReshapes(request)).silent.difference!;
}
