import { signed } from '../../../lib/figures/small-numbers.ts';
import type { SeenHeads } from './seen.ts';
import { indexOfLargest } from './seen.ts';
import { percent } from './words.ts';

/** Each class with its probability, all heads on (a tick) and as they are switched (the bar), and how its logit moved. */
export function AnswerRows({ seen: { classNames, before, after } }: { seen: SeenHeads }) {
  const first = indexOfLargest(before.logits);
  return (
    <ol class="head-answer">
      {classNames.map((name, c) => {
        const [was, is] = [before.probabilities[c]!, after.probabilities[c]!];
        const own = (number: string) => (c === first ? number : undefined);
        return (
          <li key={name}>
            <span>{name}</span>
            <span class="bar" aria-hidden="true">
              <i style={`width:${(100 * is).toFixed(2)}%`} />
              <b style={`left:${(100 * was).toFixed(2)}%`} />
            </span>
            <span data-number={own('probability')}>{percent(is, 1)}</span>
            <span data-number={own('logit-change')} class="change">
              {signed(after.logits[c]! - before.logits[c]!, 2)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
