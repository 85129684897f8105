/** What there is to be seen in the example of two tokens. */
import { signed } from '../../../lib/figures/small-numbers.ts';

export function seen([first, second]: readonly number[], weights: readonly number[]): string {
  const gap = first! - second!;
  const [one, two] = weights.map((weight) => weight.toFixed(2));
  const reason =
    Math.abs(gap) < 0.05
      ? 'The scores are equal, and so are the weights'
      : `Token ${gap > 0 ? 1 : 2} leads by ${signed(Math.abs(gap), 1)}, and only that counts: both scores may move together`;
  return `Weights ${one} and ${two}. ${reason}. The output lies ${(100 * weights[1]!).toFixed(0)} % of the way from the first value to the second.`;
}
