import { expect, test } from 'vitest';
import {
  directionWords,
  placeWords,
  tokenName,
  tokenWords,
} from '../../../src/lib/figures/token-names.ts';

test('tokens are counted as in Eq. 1: the class token first, then patches row by row', () => {
  expect(tokenName(0)).toBe('class token');
  expect(tokenWords(0)).toBe('the class token');
  expect(tokenWords(24)).toBe('patch 24');
  expect(placeWords(0, 7)).toBe('');
  expect(placeWords(1, 7)).toBe('row 1, column 1');
  expect(placeWords(25, 7)).toBe('row 4, column 4');
});

test('a patch lies somewhere as seen from another', () => {
  expect(directionWords(25, 28, 7)).toBe('3 to the right');
  expect(directionWords(25, 31, 7)).toBe('1 down and 1 to the left');
  expect(directionWords(25, 4, 7)).toBe('3 up');
  expect(directionWords(25, 25, 7)).toBe('itself');
  expect(directionWords(0, 25, 7)).toBeNull();
});
