import { expect, test } from 'vitest';
import { seen } from '../../../../src/components/widgets/table-grows/words.ts';

const zeros = new Float32Array(0);
/** 2 × 2 positions: the cosine of those in one line, and of the diagonal ones. */
function result(step: number, accuracy: number, line: number, diagonal: number) {
  const cosines = Float32Array.from({ length: 16 }, (_, i) => {
    const [a, b] = [Math.floor(i / 4), i % 4];
    if (a === b) return 1;
    return a + b === 3 ? diagonal : line;
  });
  const state = { step, table: zeros, first: zeros, second: zeros };
  return { state, accuracy, cosines, losses: zeros, loss: 0 };
}

test('a fresh table is like nothing', () => {
  expect(seen('grid', result(0, 0, 0, 0))).toContain('no position is like any other');
});

test('a cross is seen when it is there, whatever was asked', () => {
  expect(seen('grid', result(5, 0.5, 0.05, 0))).toBe(
    'After 5 steps 50 % of the positions are told right; the cross is still faint (mean cosine 0.05 within a row or column, 0.00 elsewhere).',
  );
  expect(seen('grid', result(200, 1, 0.3, -0.125))).toContain('each map is a cross');
  expect(seen('index', result(200, 1, -0.02, -0.02))).toContain('the maps show no grid');
});
