/** What is to be seen of the loss. */
import type { LossNumbers } from '../../../lib/figures/loss-numbers.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { classNames, type LossSettings } from './settings.ts';

export function seen({ right, smoothing }: LossSettings, numbers: LossNumbers): string {
  const { probabilities, loss, gradient } = numbers;
  const pull = gradient[right]!;
  const others = gradient
    .map((value, c) => ({ value, c }))
    .filter(({ c }) => c !== right)
    .sort((a, b) => b.value - a.value)[0]!;
  const lead =
    `${classNames[right]} gets ${(100 * probabilities[right]!).toFixed(1)} %, which costs ${loss.toFixed(3)} nats. ` +
    (pull <= 0
      ? `A step against the gradient raises its logit (${signed(pull)})`
      : `A step against the gradient lowers its logit (${signed(pull)}): it is surer than its smoothed target`);
  const next =
    others.value > 0
      ? `, and lowers most that of ${classNames[others.c]} (${signed(others.value)}).`
      : '.';
  return lead + next + (smoothing > 0 ? ' With smoothing, no target is 0 or 1.' : '');
}
