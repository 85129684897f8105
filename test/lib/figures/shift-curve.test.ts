import { expect, test } from 'vitest';
import { shiftCurve } from '../../../src/lib/figures/shift-curve.ts';

const curve = {
  convolution: [0, 0, 0, 0, 0],
  tokens: [0, 0.5, 0, 0.25, 0],
  patchSize: 2,
  chosen: 1,
};

test('the figure’s markup', () => {
  expect(shiftCurve(curve, { width: 300, height: 200 })).toMatchSnapshot();
});

test('its summary says what is seen at the reader’s shift and at a whole patch', () => {
  expect(shiftCurve(curve, { width: 300, height: 200 })).toContain(
    'Patch tokens: 50 % at 1 pixels, at most 50 %; back to 0 % at 2.',
  );
});
