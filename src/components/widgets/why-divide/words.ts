/** What there is to be seen of scores that are not divided, in a sentence or two. */
import type { DividedHead } from '../../../lib/engine/computations/divided-heads.ts';
import type { WidthSpread } from '../../../lib/engine/computations/why-divide.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';

export function seen({ width, divided, undivided }: WidthSpread, tokens: number): string {
  if (width === 1)
    return `At K = 1 there is nothing to divide by: the scores spread by ${undivided.deviation.toFixed(1)}, and ${undivided.effective.toFixed(0)} of ${tokens} keys count.`;
  return (
    `At K = ${width} the scores spread by ${undivided.deviation.toFixed(1)}: of ${tokens} keys ${undivided.effective.toFixed(1)} count, and the key in the middle gets a gradient of ${scientific(undivided.keyGradient)}. ` +
    `Divided, they spread by ${divided.deviation.toFixed(1)}: ${divided.effective.toFixed(0)} keys count, and the gradient is ${scientific(divided.keyGradient)}.`
  );
}

/** The same of the model's heads. */
export function headsSeen(heads: readonly DividedHead[], tokens: number): string {
  const range = (of: (head: DividedHead) => number) => {
    const values = heads.map(of);
    return `${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}`;
  };
  return `In ${heads.length} heads of the model, ${range(({ divided }) => divided)} of ${tokens} tokens count with the division, ${range(({ undivided }) => undivided)} without it.`;
}
