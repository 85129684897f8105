import { expect, test } from 'vitest';
import { galleryImage, predictionOf, type Gallery } from '../../../src/lib/figures/gallery.ts';

const gallery: Gallery = {
  classNames: ['shirt', 'bag'],
  imageSize: 1,
  inChannels: 3,
  gallery: { pixels: Uint8Array.from([1, 2, 3, 4, 5, 6]), labels: [1, 0], count: 2 },
};
const probabilities = Float32Array.from([0.25, 0.75, 0.125, 0.875]);

test('an image of the gallery is a view of its own pixels', () => {
  expect([...(galleryImage(gallery, 1).pixels as Uint8Array)]).toEqual([4, 5, 6]);
});

test('a right answer', () => {
  expect(predictionOf(gallery, probabilities, 0)).toEqual({
    answer: 'bag',
    probability: '.75',
    truth: 'bag',
    right: true,
    words: 'Picture 1, bag: the model answers bag with 0.75, right.',
  });
});

test('a wrong answer is told with the truth', () => {
  const { right, words } = predictionOf(gallery, probabilities, 1);
  expect(right).toBe(false);
  expect(words).toBe('Picture 2, shirt: the model answers bag with 0.88, wrong.');
});

test('no answer yet', () => {
  expect(predictionOf(gallery, null, 0)).toMatchObject({ answer: null, words: 'Picture 1, bag.' });
});
