import { expect, test } from 'vitest';
import { cutPicture } from '../../../../src/lib/figures/all-the-way.ts';
import type { View } from '../../../../src/components/widgets/all-the-way/view.ts';
import { seen } from '../../../../src/components/widgets/all-the-way/words.ts';

const picture = { values: new Float32Array(16), side: 4, channels: 1, ink: true } as const;
const view: View = {
  name: 'sneaker',
  picture,
  cut: cutPicture(new Float32Array(16), { ...picture, grid: 2, patch: 2 }),
  tokens: { values: new Float32Array(40), rows: 8, columns: 5 },
  attention: [
    [0.1, 0.2, 0.3, 0.4],
    [0.1, 0.1, 0.62, 0.1],
  ],
  heads: 2,
  classNames: ['sandal', 'sneaker'],
  logits: [0, 3],
  probabilities: [0.047, 0.953],
};

test('each stage is told with the numbers of this picture', () => {
  expect([0, 1, 2, 3, 4].map((step) => seen(view, step))).toEqual([
    '1 of 5. 4 × 4 pixels, one number each: 16 numbers come in.',
    '2 of 5. Cut into 4 patches, each a row of 4 numbers. Numbers have been moved, none has been changed.',
    '3 of 5. Each patch is multiplied by E, the class token is put before them, positions are added: 5 tokens of 8 numbers.',
    '4 of 5. 2 blocks later: in the last, the class token takes most from patch 3, row 2, column 1: 62 % of its weight, mean of 2 heads.',
    '5 of 5. Read off the class token alone: sneaker, with 95 %.',
  ]);
});

test('the whole way is told by its ends', () => {
  expect(seen(view, null)).toBe('The picture: sneaker. The model’s answer: sneaker, with 95 %.');
});
