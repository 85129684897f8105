import { describe, expect, test } from 'vitest';
import { divided, expectShape } from '../../../src/lib/tensors/letters.ts';

describe('a division that leaves a rest', () => {
  test('is refused with both numbers', () => {
    expect(divided('attention', ['embedDim', 64], ['numHeads', 4])).toBe(16);
    expect(() => divided('attention', ['embedDim', 64], ['numHeads', 5])).toThrow(
      new RangeError('attention: embedDim 64 is not divisible by numHeads 5'),
    );
  });
});

describe('a shape', () => {
  test('fits when every given side is the same', () => {
    expect(() => expectShape('stage', [7, 4, 2], [null, 4, 2])).not.toThrow();
  });

  test.each([[[7, 4, 3]], [[4, 2]]])('%j does not fit', (shape) => {
    expect(() => expectShape('stage', shape, [null, 4, 2])).toThrow(
      new RangeError(`stage: expected shape [·, 4, 2], got [${shape.join(', ')}]`),
    );
  });
});
