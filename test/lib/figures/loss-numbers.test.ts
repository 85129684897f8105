import { expect, test } from 'vitest';
import { lossNumbers } from '../../../src/lib/figures/loss-numbers.ts';

/** torch.nn.functional.cross_entropy(torch.tensor([[2., 0., -1.]]), torch.tensor([0]), label_smoothing=ε) in float64. */
test.each([
  [0, 0.16984602, [-0.15620527, 0.1141952, 0.04201007]],
  [0.3, 0.66984602, [0.04379473, 0.0141952, -0.05798993]],
])('with ε = %f, loss and gradient are PyTorch’s', (smoothing, loss, gradient) => {
  const found = lossNumbers([2, 0, -1], 0, smoothing);
  expect(found.loss).toBeCloseTo(loss, 6);
  found.gradient.forEach((value, c) => expect(value).toBeCloseTo(gradient[c]!, 6));
});

test('equal logits share the probability, and cost log 4', () => {
  const { probabilities, loss } = lossNumbers([7, 7, 7, 7], 2, 0);
  expect(probabilities).toEqual([0.25, 0.25, 0.25, 0.25]);
  expect(loss).toBeCloseTo(Math.log(4), 12);
});

test('the gradient sums to 0, even for logits that overflow an exponential', () => {
  const { gradient, loss } = lossNumbers([1000, 0, -1000], 1, 0.1);
  expect(gradient.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 12);
  expect(loss).toBeGreaterThan(900);
});
