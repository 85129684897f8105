/** The gallery's images, and what the model answers for each. */
import type { PixelImage } from '../../../lib/figures/pictures.ts';
import type { LabReady, LabSnapshot } from '../../../lib/engine/protocol.ts';

export interface Prediction {
  /** The most probable class; null before there is an answer. */
  answer: string | null;
  /** Its probability, as in ".87". */
  probability: string;
  truth: string;
  right: boolean;
  /** All of it in a sentence. */
  words: string;
}

export function predictionOf(
  { classNames, gallery }: LabReady,
  snapshot: LabSnapshot | null,
  index: number,
): Prediction {
  const truth = classNames[gallery.labels[index]!]!;
  const name = `Picture ${index + 1}, ${truth}`;
  if (!snapshot) return { answer: null, probability: '', truth, right: false, words: `${name}.` };
  const classes = classNames.length;
  const row = snapshot.probabilities.subarray(index * classes, (index + 1) * classes);
  const best = row.indexOf(Math.max(...row));
  const answer = classNames[best]!;
  const probability = row[best]!.toFixed(2);
  const right = answer === truth;
  const words = `${name}: the model answers ${answer} with ${probability}, ${right ? 'right' : 'wrong'}.`;
  return { answer, probability: probability.replace(/^0/, ''), truth, right, words };
}

/** One image of the gallery. */
export function galleryImage(
  { gallery, imageSize, inChannels }: LabReady,
  index: number,
): PixelImage {
  const length = imageSize * imageSize * inChannels;
  const pixels = gallery.pixels.subarray(index * length, (index + 1) * length);
  return { pixels, side: imageSize, channels: inChannels };
}
