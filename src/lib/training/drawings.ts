/** The reader's own drawings with their labels, and how they are dealt out to the three parts of a data set. */
import { concatImages, type Images, type PartName } from './dataset.ts';
import type { ImageShape } from './images.ts';

/** As a garment: light ink, 255, on black paper, 0. */
export const drawingShape: ImageShape = { imageSize: 28, inChannels: 1 };

export interface Drawing {
  /** Unique; later ones are larger. */
  id: number;
  /** The name of its class. */
  label: string;
  /** [S, S], 0 to 255. */
  pixels: Uint8Array<ArrayBuffer>;
}

/** In the order of their ids. */
export interface DrawingCollection {
  drawings: readonly Drawing[];
}

/** What a set needs before a model can be trained on it, and how many classes a label's byte can tell apart. */
export const drawingsNeeded = { classes: 2, ofEach: 5 };
const mostClasses = 256;

/** The drawings of each class; classes in the order in which they were first drawn. */
export function drawingsByClass({ drawings }: DrawingCollection): Map<string, Drawing[]> {
  const classes = new Map<string, Drawing[]>();
  for (const drawing of drawings) {
    const others = classes.get(drawing.label);
    if (others) others.push(drawing);
    else classes.set(drawing.label, [drawing]);
  }
  return classes;
}

/** Why a model cannot be trained on these, in a sentence with both numbers; null when one can. */
export function drawingsProblem(collection: DrawingCollection): string | null {
  const classes = drawingsByClass(collection);
  const needed = drawingsNeeded;
  if (classes.size < needed.classes)
    return `Drawings of ${needed.classes} classes or more are needed; there are ${classes.size}.`;
  if (classes.size > mostClasses)
    return `Drawings of ${mostClasses} classes at most can be told apart; there are ${classes.size}.`;
  for (const [label, drawings] of classes)
    if (drawings.length < needed.ofEach)
      return `${needed.ofEach} drawings of each class or more are needed; ${label} has ${drawings.length}.`;
  return null;
}

/**
 * Deals the drawings out, by their number within their class: every fifth to validation, the eighth of every ten to test
 * (so none where a class has fewer than eight), all others to train.
 */
export function dealDrawings(collection: DrawingCollection): Record<PartName, Images> {
  const dealt: Record<PartName, Images[]> = { train: [], validation: [], test: [] };
  [...drawingsByClass(collection).values()].forEach((drawings, label) =>
    drawings.forEach(({ pixels }, index) =>
      dealt[partOf(index)].push({ pixels, labels: Uint8Array.of(label), count: 1 }),
    ),
  );
  const { train, validation, test } = dealt;
  return {
    train: concatImages(train),
    validation: concatImages(validation),
    test: concatImages(test),
  };
}

function partOf(index: number): PartName {
  if (index % 5 === 4) return 'validation';
  return index % 10 === 7 ? 'test' : 'train';
}
