/** A whole part of the data through the model: judged, with the pictures of the worst mistakes. */
import { fusedLogits } from '../accelerated/fused/step.ts';
import type { RunSummary } from '../io/run-document.ts';
import { concatImages, type Images } from '../training/dataset.ts';
import { judge } from '../training/judge.ts';
import { logitsOfAll } from '../training/observe.ts';
import type { TrainingState } from '../training/step.ts';
import { imageAt, picturesOf } from './lab-data.ts';
import type { LabEvaluation, LabPictures } from './lab-protocol.ts';
import { readTensor } from './read.ts';

/** Wrong answers that are shown. */
const shownMistakes = 12;

const noPictures: LabPictures = { pixels: new Uint8Array(0), labels: [], count: 0 };

export async function evaluated(
  { parameters, step }: TrainingState,
  images: Images,
  { settings, classNames }: RunSummary,
): Promise<LabEvaluation> {
  const logits = logitsOfAll(parameters, images, settings.model, fusedLogits);
  const values = await readTensor(logits);
  logits.dispose();
  const { mistakes, ...rest } = judge(values, images.labels, classNames.length, shownMistakes);
  const shown = mistakes.map(({ image }) => imageAt(images, image));
  const pictures = shown.length > 0 ? picturesOf(concatImages(shown)) : noPictures;
  return { step, count: images.count, ...rest, mistakes, pictures };
}
