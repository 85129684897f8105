/** What both forms of dropout make of a number, in a sentence. */
import { signed } from '../../../lib/figures/small-numbers.ts';
import type { TwoWays, Way } from './two-ways.ts';

/** "1.82 ± 0.05" without a sign that the labels' face lacks. */
export function meanWords({ means, error }: Way): string {
  const mean = signed(means[means.length - 1]!, 3);
  return Number.isFinite(error) ? `${mean}, give or take ${error.toFixed(3)}` : mean;
}

export function seen(
  { x, times, inverted, original }: TwoWays,
  { unit, draws, rate }: { unit: number; draws: number; rate: number },
): string {
  const keep = (1 - rate).toFixed(2);
  return (
    `Unit ${unit + 1} is ${signed(x, 3)}; ${draws === 1 ? 'the draw' : `${draws} draws`} kept it ${times === 1 ? 'once' : `${times} times`}. ` +
    `Grown by 1 / ${keep} while training, its mean is ${meanWords(inverted)}: inference leaves it at ${signed(inverted.inference, 3)}. ` +
    `Left alone while training, its mean is ${meanWords(original)}: inference multiplies by ${keep}, ${signed(original.inference, 3)}.`
  );
}
