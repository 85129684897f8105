/**
 * Random changes of training pictures, on their bytes: crop, then flip, then shift, then erase.
 *
 * Each kind draws from a sequence of its own, so that turning one on leaves the others as they were. Mixup works on
 * tensors and stands in mixup.ts.
 */
import type { RandomNumbers } from '../tensors/random-numbers.ts';
import { noAugmentation, type Augmentation } from './augmentation.ts';
import type { Images } from './dataset.ts';
import type { ImageShape } from './images.ts';
import { erased, mirrored, resizedCrop, shifted, type Box } from './picture-changes.ts';

/** What an erased rectangle is filled with: mid grey, which the model sees as 0. */
const grey = 128;

/** One picture, changed or as it was. */
type Change = (pixels: Uint8Array) => Uint8Array;

/**
 * Changed copies of the images; the very same object when shift, flip, crop and erase are off.
 *
 * `random` does not move: a fork of it for each step gives each step changes of its own.
 *
 * @param background 0 to 255, what a shift brings in at the edge: see `backgroundOf`.
 */
export function augment(
  images: Images,
  shape: ImageShape,
  augmentation: Augmentation,
  random: RandomNumbers,
  background = 0,
): Images {
  const changes = changesOf(shape, augmentation, random, background);
  if (changes.length === 0) return images;
  const { labels, count } = images;
  const area = shape.imageSize ** 2 * shape.inChannels;
  const pixels = new Uint8Array(count * area);
  for (let start = 0; start < pixels.length; start += area) {
    const picture = images.pixels.subarray(start, start + area);
    pixels.set(
      changes.reduce((changed, change) => change(changed), picture),
      start,
    );
  }
  return { pixels, labels: labels.slice(), count };
}

/** The kinds that are on, in their order. */
function changesOf(
  shape: ImageShape,
  augmentation: Augmentation,
  random: RandomNumbers,
  background: number,
): Change[] {
  const { shift, crop, erase } = augmentation;
  const makers: Record<'crop' | 'flip' | 'shift' | 'erase', (draws: RandomNumbers) => Change> = {
    crop: (draws) => (pixels) => resizedCrop(pixels, shape, drawCrop(draws, shape, crop)),
    flip: (draws) => (pixels) => (draws.uniform() < 0.5 ? mirrored(pixels, shape) : pixels),
    shift: (draws) => (pixels) => shifted(pixels, shape, drawShift(draws, shift), background),
    erase: (draws) => (pixels) => {
      const box = draws.uniform() < erase ? drawErasure(draws, shape.imageSize) : null;
      return box ? erased(pixels, shape, box, grey) : pixels;
    },
  };
  return (Object.keys(makers) as (keyof typeof makers)[])
    .filter((kind) => augmentation[kind] !== noAugmentation[kind])
    .map((kind) => makers[kind](random.fork(kind)));
}

/** Down and right, each from −`most` to `most`. */
function drawShift(random: RandomNumbers, most: number) {
  const draw = () => random.integer(2 * most + 1) - most;
  return { down: draw(), right: draw() };
}

/** A square whose side is any whole number from the smallest share of S, rounded up, to S. */
function drawCrop(random: RandomNumbers, { imageSize }: ImageShape, smallest: number): Box {
  const shortest = Math.ceil(smallest * imageSize);
  const side = shortest + random.integer(imageSize - shortest + 1);
  const [top, left] = [0, 0].map(() => random.integer(imageSize - side + 1));
  return { top: top!, left: left!, height: side, width: side };
}

/**
 * A rectangle as torchvision's `RandomErasing` draws it (Zhong et al. 2017): 0.02 to 0.33 of the area, height over width
 * 0.3 to 3.3 evenly on a logarithmic scale; null when ten draws do not fit.
 */
export function drawErasure(random: RandomNumbers, side: number): Box | null {
  const between = (low: number, high: number) => low + (high - low) * random.uniform();
  for (let attempt = 0; attempt < 10; attempt++) {
    const area = side ** 2 * between(0.02, 0.33);
    const ratio = Math.exp(between(Math.log(0.3), Math.log(3.3)));
    const [height, width] = [Math.sqrt(area * ratio), Math.sqrt(area / ratio)].map(Math.round);
    if (height! >= side || width! >= side) continue;
    const top = random.integer(side - height! + 1);
    const left = random.integer(side - width! + 1);
    return { top, left, height: height!, width: width! };
  }
  return null;
}
