/** The home page's numbers from the library itself, in Node on the CPU: what the page's own are compared with. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { bundledPicture } from '../../scripts/posters/model.ts';
import { openPublicFiles } from '../../scripts/site-files.ts';
import { modelInput } from '../../src/components/model/model-input.ts';
import { viewOf } from '../../src/components/widgets/all-the-way/view.ts';
import { seen } from '../../src/components/widgets/all-the-way/words.ts';
import { forward } from '../../src/lib/engine/computations/forward.ts';

/** The answer to a garment by the garments checkpoint, and the sentence of each stage. */
export async function way(garment: string) {
  await setBackend('cpu');
  openPublicFiles();
  const input = modelInput(await bundledPicture(garment), { kind: 'garments', seed: 1 });
  const result = await forward({ weights: input.weights, image: input.image });
  const view = viewOf(result, input);
  return {
    probabilities: [...result.probabilities],
    sentences: [0, 1, 2, 3, 4].map((step) => seen(view, step)),
    whole: seen(view, null),
  };
}
