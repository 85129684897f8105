/**
 * Shapes: pictures of 32×32×3 made by a pure function of a seed, with three questions to ask of them.
 *
 * | task     | question                                           | what it takes                                |
 * | -------- | -------------------------------------------------- | -------------------------------------------- |
 * | relation | Where does the red shape lie, seen from the blue?  | positions of two shapes, and bringing them together |
 * | position | Which quarter of the picture holds the red shape?  | the position of one shape                    |
 * | texture  | How is the red shape filled?                       | no position: a patch tells                   |
 *
 * A picture is made in three steps:
 *
 * 1. *Contents*, painted on 64 loose patches of 4×4 pixels (shapes-contents.ts). Only `texture` looks at the label here.
 * 2. *Places* for the shapes on the 8×8 grid of patches, drawn to fit the label (shapes-places.ts).
 * 3. The patches are laid out. A shape always covers four whole patches, so that no place cuts it in a way of its own;
 *    noise belongs to a patch, not to a place.
 *
 * For `relation` and `position` the same contents can so be laid out for each of the four labels, and the four pictures
 * hold the same patches, bit for bit, in another order: what a picture holds says nothing about its label. A model that
 * cannot tell where its patches stand is left with chance, one in four. So is one that reads a class token and has no
 * attention, for then its class token sees no patch. (The mean of tokens that cannot see each other is not at chance in
 * `relation`: each adds its own place, red's forwards and blue's backwards.)
 *
 * Each label occurs once in every four pictures. Only integers, sums, products and quotients are used, which all machines
 * round alike: a seed gives the same bytes everywhere.
 */
import { createRandomNumbers } from '../tensors/random-numbers.ts';
import type { Images } from './dataset.ts';
import { drawContents, patchBytes, patchSide } from './shapes-contents.ts';
import { drawPlaces, fitsDirection, fitsQuarter, patchOrder, type Scene } from './shapes-places.ts';

export type ShapesTaskName = 'relation' | 'position' | 'texture';

interface ShapesTask {
  question: string;
  classNames: string[];
  /** Whether the places of a scene suit a label. */
  fits: (scene: Scene, label: number) => boolean;
  /** Index of the filling of red that a label asks for; 0 is plain. */
  texture: (label: number) => number;
}

/** What is asked of a picture; every task has four answers. */
export const shapesTasks: Record<ShapesTaskName, ShapesTask> = {
  relation: {
    question: 'Where does the red shape lie, seen from the blue one?',
    classNames: ['left', 'right', 'above', 'below'],
    fits: fitsDirection,
    texture: () => 0,
  },
  position: {
    question: 'Which quarter of the picture holds the red shape?',
    classNames: ['top left', 'top right', 'bottom left', 'bottom right'],
    fits: fitsQuarter,
    texture: () => 0,
  },
  texture: {
    question: 'How is the red shape filled?',
    classNames: ['plain', 'lines across', 'lines down', 'chequered'],
    fits: () => true,
    texture: (label) => label,
  },
};

/** What a manifest says of a data set; there are no files, pictures are made where they are needed. */
export const shapes = {
  name: 'Shapes',
  /** S, pixels. */
  imageSize: 32,
  /** C. */
  inChannels: 3,
  /** P, pixels: the patches that a picture is laid out from, and the patch size to train with. */
  patchSize: patchSide,
  /** Of `relation`, the default. */
  classNames: shapesTasks.relation.classNames,
};

/** Seeds of the pictures that a model is measured on; it may train on those of any other. */
export const shapesSeeds = { validation: 1001, test: 1002 };

const labelCount = 4;
/** G, patches along a side, and the numbers of a picture. */
const grid = shapes.imageSize / patchSide;
const area = grid ** 2 * patchBytes;

/** Pictures number `first` to `first + count − 1` of a seed's endless row of them. */
export function shapesImages(
  count: number,
  seed: number,
  { task = 'relation', first = 0 }: { task?: ShapesTaskName; first?: number } = {},
): Images {
  const pixels = new Uint8Array(count * area);
  const labels = Uint8Array.from({ length: count }, (_, i) => shapesLabel(seed, first + i));
  labels.forEach((label, i) => pixels.set(shapesPicture(seed, first + i, label, task), i * area));
  return { pixels, labels, count };
}

/** The label of a picture: every four pictures hold each label once. */
export function shapesLabel(seed: number, index: number): number {
  const block = createRandomNumbers(seed).fork(`labels ${Math.floor(index / labelCount)}`);
  return block.permutation(labelCount)[index % labelCount];
}

/** One picture's pixels, [S, S, C], 0 to 255, laid out for a label. */
export function shapesPicture(
  seed: number,
  index: number,
  label: number,
  task: ShapesTaskName = 'relation',
): Uint8Array {
  const { fits, texture } = shapesTasks[task];
  const random = createRandomNumbers(seed).fork(`picture ${index}`);
  const { patches, shapeCount } = drawContents(random.fork('contents'), grid ** 2, texture(label));
  const fitting = (scene: Scene) => fits(scene, label);
  const places = drawPlaces(random.fork('places'), shapeCount, grid, fitting);
  return laidOut(patches, patchOrder(places, grid));
}

/** Loose patches, the one in `slot` at `order[slot]` of the grid: [N, P, P, C] → [S, S, C]. */
function laidOut(patches: Uint8Array, order: number[]): Uint8Array {
  const pixels = new Uint8Array(area);
  const patchRow = patchSide * shapes.inChannels;
  const row = grid * patchRow;
  order.forEach((place, slot) => {
    const corner = Math.floor(place / grid) * patchSide * row + (place % grid) * patchRow;
    for (let y = 0; y < patchSide; y++) {
      const start = slot * patchBytes + y * patchRow;
      pixels.set(patches.subarray(start, start + patchRow), corner + y * row);
    }
  });
  return pixels;
}
