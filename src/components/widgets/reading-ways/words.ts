/** What is to be seen of the five ways. */
import type { ReadSequenceResult } from '../../../lib/engine/computations/read-sequence.ts';
import type {
  TrainedHead,
  TrainHeadsResult,
} from '../../../lib/engine/computations/train-heads.ts';
import type { VitConfig } from '../../../lib/model/config.ts';
import { readingWays } from '../../../lib/model/reading-ways.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { training, wayNames } from './settings.ts';

export const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;

/** "ankle boot, 93.1 %" */
export function guess({ probabilities }: TrainedHead, classNames: readonly string[]): string {
  const most = Math.max(...probabilities);
  return `${classNames[probabilities.indexOf(most)]}, ${percent(most)}`;
}

export function seen(
  { vectors }: ReadSequenceResult,
  { imageSize, patchSize }: VitConfig,
  heads: TrainHeadsResult | null,
): string {
  if (!heads) {
    const patches = (imageSize / patchSize) ** 2;
    return (
      `The class token’s vector and the mean of the ${patches} patches have a cosine of ${signed(cosine(vectors.token, vectors.mean), 2)}; ` +
      `with the class token in the mean it is ${signed(cosine(vectors.token, vectors.meanAll), 2)}. The model was trained with the class token; heads for the other ways have to be trained first.`
    );
  }
  const ranked = [...readingWays].sort((a, b) => heads[b].accuracy - heads[a].accuracy);
  const [best, worst] = [ranked[0]!, ranked.at(-1)!];
  return (
    `Trained just now on ${training.trainImages} pictures, ${training.steps} steps, the blocks left as they are: ` +
    `${wayNames[best].name} reads best, ${percent(heads[best].accuracy)} of ${training.testImages} other pictures; ${wayNames[worst].name} ${percent(heads[worst].accuracy)}.`
  );
}

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (x: Float32Array, y: Float32Array) =>
    x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
