import { describe, expect, test } from 'vitest';
import { augment, drawErasure } from '../../../src/lib/training/augment.ts';
import {
  augmentationFor,
  augmentationProblems,
  backgroundOf,
  noAugmentation,
} from '../../../src/lib/training/augmentation.ts';
import { dataNames } from '../../../src/lib/training/data-sets.ts';
import {
  erased,
  mirrored,
  resizedCrop,
  shifted,
} from '../../../src/lib/training/picture-changes.ts';
import { createRandomNumbers, type RandomNumbers } from '../../../src/lib/tensors/random-numbers.ts'; // prettier-ignore
import { shapesImages } from '../../../src/lib/training/shapes.ts';
import fixture from '../../fixtures/picture-changes.json';

describe.each(fixture.changes)('a picture of $shape.imageSize pixels', (expected) => {
  const { shape, shift, box, background } = expected;
  const pixels = Uint8Array.from(expected.pixels);

  test('is shifted, mirrored and erased as torchvision does it', () => {
    expect([...shifted(pixels, shape, shift, background)]).toEqual(expected.shifted);
    expect([...mirrored(pixels, shape)]).toEqual(expected.mirrored);
    expect([...erased(pixels, shape, box, 128)]).toEqual(expected.erased);
    expect([...pixels]).toEqual(expected.pixels);
  });

  test('is cropped and resized as torchvision does it, rounded once', () => {
    const grown = resizedCrop(pixels, shape, box);
    expected.resizedCrop.forEach((value, at) =>
      expect(Math.abs(grown[at] - value)).toBeLessThanOrEqual(0.5001),
    );
  });
});

/** Random numbers that were written down. */
function written(uniforms: number[]): RandomNumbers {
  const left = [...uniforms];
  const uniform = () => {
    if (left.length === 0) throw new Error('no number is left');
    return left.shift()!;
  };
  return { ...createRandomNumbers(1), uniform, integer: (n) => Math.floor(uniform() * n) };
}

test.each(fixture.erasures)(
  'a rectangle to erase in $side pixels is drawn as torchvision draws it: $box',
  ({ side, uniforms, box }) => {
    expect(drawErasure(written(uniforms), side)).toEqual(box);
  },
);

const shape = { imageSize: 8, inChannels: 1 };
/** Pictures that are 100 everywhere but for one pixel. */
const count = 400;
const images = {
  pixels: new Uint8Array(count * 64).map((_, i) => (i % 64 === 27 ? 200 : 100)),
  labels: new Uint8Array(count).map((_, i) => i % 10),
  count,
};
const pictures = (pixels: Uint8Array) =>
  Array.from({ length: count }, (_, i) => [...pixels.subarray(i * 64, (i + 1) * 64)]);
const of = (changes: Partial<typeof noAugmentation>, seed = 1) =>
  augment(images, shape, { ...noAugmentation, ...changes }, createRandomNumbers(seed), 7);

describe('augmentation', () => {
  test('that is off gives the very same object; mixup is none of its business', () => {
    expect(of({})).toBe(images);
    expect(of({ mixup: 0.4 })).toBe(images);
  });

  test('leaves its input and the labels as they were, and repeats itself for a seed', () => {
    const before = images.pixels.slice();
    const all = { shift: 2, flip: true, crop: 0.6, erase: 0.5 };
    const changed = of(all);
    expect(images.pixels).toEqual(before);
    expect(changed.labels).toEqual(images.labels);
    expect(changed).toEqual(of(all));
    expect(changed.pixels).not.toEqual(of(all, 2).pixels);
  });

  test('flips about half of the pictures', () => {
    const at = pictures(of({ flip: true }).pixels).map((one) => one.indexOf(200));
    expect(new Set(at)).toEqual(new Set([27, 28]));
    const flipped = at.filter((place) => place === 28).length / count;
    expect(Math.abs(flipped - 0.5)).toBeLessThan(3 * Math.sqrt(0.25 / count));
  });

  test('shifts by every amount up to the largest, both ways, and brings the background in', () => {
    const shiftedBy = pictures(of({ shift: 2 }).pixels).map((one) => one.indexOf(200) - 27);
    const all = [-2, -1, 0, 1, 2].flatMap((down) => [-2, -1, 0, 1, 2].map((x) => 8 * down + x));
    expect([...new Set(shiftedBy)].sort((a, b) => a - b)).toEqual(all.sort((a, b) => a - b));
    expect(new Set(of({ shift: 2 }).pixels)).toEqual(new Set([7, 100, 200]));
  });

  test('crops no smaller than asked: the bright pixel grows at most so far, and no background shows', () => {
    const light = pictures(of({ crop: 0.5 }).pixels).map((one) =>
      one.reduce((sum, value) => sum + value - 100, 0),
    );
    expect(Math.min(...of({ crop: 0.5 }).pixels)).toBe(100);
    expect(light).toContain(100);
    expect(light).toContain(0);
    expect(Math.max(...light)).toBeGreaterThan(300);
    expect(Math.max(...light)).toBeLessThanOrEqual(410);
  });

  test('erases as often as asked, in mid grey', () => {
    const some = pictures(of({ erase: 0.25 }).pixels).filter((one) => one.includes(128)).length;
    expect(Math.abs(some / count - 0.25)).toBeLessThan(3 * Math.sqrt((0.25 * 0.75) / count));
    expect(pictures(of({ erase: 1 }).pixels).every((one) => one.includes(128))).toBe(true);
  });

  test('draws for each kind apart: a flip does not change where a picture is shifted', () => {
    const rows = (pixels: Uint8Array) =>
      pictures(pixels).map((one) => Math.floor(one.indexOf(200) / 8));
    expect(rows(of({ shift: 2, flip: true }).pixels)).toEqual(rows(of({ shift: 2 }).pixels));
  });
});

describe('the settings of augmentation', () => {
  test('are refused in sentences with the numbers', () => {
    expect(augmentationProblems(noAugmentation)).toEqual([]);
    expect(
      augmentationProblems({ shift: 9, flip: true, crop: 0.2, erase: Number.NaN, mixup: -1 }),
    ).toEqual([
      'augmentation: shift is 9, not between 0 and 4',
      'augmentation: crop is 0.2, not between 0.5 and 1',
      'augmentation: erase is NaN, not between 0 and 1',
      'augmentation: mixup is -1, not between 0 and 2',
    ]);
    expect(augmentationProblems({ ...noAugmentation, shift: 1.5 })).toEqual([
      'augmentation: shift is 1.5, not whole pixels',
    ]);
  });

  const all = { shift: 2, flip: true, crop: 0.8, erase: 0.5, mixup: 0.2 };

  test('lose what would make a label untrue, with a sentence that says so', () => {
    expect(augmentationFor('garments', all)).toEqual({ augmentation: all, note: null });
    expect(augmentationFor('shapes-relation', all).augmentation).toEqual({
      ...noAugmentation,
      mixup: 0.2,
    });
    const texture = augmentationFor('shapes-texture', all);
    expect(texture.augmentation).toEqual({ ...all, crop: 1, erase: 0 });
    expect(texture.note).toBe(
      'Left out here: crop, erase; the answer lies on the red shape, which these may cut away.',
    );
    const flip = { ...noAugmentation, flip: true };
    expect(augmentationFor('shapes-position', flip).note).toMatch(/^Left out here: flip;/);
  });

  test('are left alone, without a word, where nothing unsuited was asked for', () => {
    for (const data of dataNames)
      expect(augmentationFor(data, { ...noAugmentation, mixup: 1 }).note).toBeNull();
  });

  test('know the background of each set', () => {
    expect(dataNames.map(backgroundOf)).toEqual([0, 226, 226, 226, 0]);
    const { pixels } = shapesImages(400, 1);
    const corners = pixels.filter((_, at) => at % 3072 < 3).sort();
    expect(Math.abs(corners[corners.length / 2] - 226)).toBeLessThanOrEqual(4);
  });
});
