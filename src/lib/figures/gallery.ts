/** A gallery: images of the data set, and what a model answers for each. */
import type { PixelImage } from './pictures.ts';

export interface Gallery {
  classNames: readonly string[];
  /** S, pixels. */
  imageSize: number;
  /** C. */
  inChannels: number;
  /** Pixels 0 to 255, [count, S, S, C]. */
  gallery: { pixels: Uint8Array; labels: readonly number[]; count: number };
}

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

/** One image of the gallery: a view, not a copy. */
export function galleryImage(of: Gallery, index: number): PixelImage {
  const length = of.imageSize * of.imageSize * of.inChannels;
  const pixels = of.gallery.pixels.subarray(index * length, (index + 1) * length);
  return { pixels, side: of.imageSize, channels: of.inChannels };
}

/** The answer for one image; `probabilities` is [count, classes], or null before there is one. */
export function predictionOf(
  { classNames, gallery }: Gallery,
  probabilities: Float32Array | null,
  index: number,
): Prediction {
  const truth = classNames[gallery.labels[index]!]!;
  const name = `Picture ${index + 1}, ${truth}`;
  if (!probabilities)
    return { answer: null, probability: '', truth, right: false, words: `${name}.` };
  const classes = classNames.length;
  const row = probabilities.subarray(index * classes, (index + 1) * classes);
  const best = row.indexOf(Math.max(...row));
  const answer = classNames[best]!;
  const probability = row[best]!.toFixed(2);
  const right = answer === truth;
  const verdict = right ? 'right' : 'wrong';
  return {
    answer,
    probability: probability.replace(/^0/, ''),
    truth,
    right,
    words: `${name}: the model answers ${answer} with ${probability}, ${verdict}.`,
  };
}
