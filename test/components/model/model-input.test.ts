import { expect, test } from 'vitest';
import { isAnswerTo, type ModelInput } from '../../../src/components/model/model-input.ts';

const image = new Float32Array(4);
const weights: ModelInput['weights'] = { kind: 'garments', seed: 1, architecture: 'garments' };
const input = { image, weights } as ModelInput;

test('an answer belongs to an input only when picture and weights are the very ones that were asked with', () => {
  expect(isAnswerTo(input, { image, weights })).toBe(true);
  expect(isAnswerTo(input, { image: new Float32Array(4), weights })).toBe(false);
  expect(isAnswerTo(input, { image, weights: { ...weights } })).toBe(false);
  expect(isAnswerTo(input, undefined)).toBe(false);
  expect(isAnswerTo(null, { image, weights })).toBe(false);
});
