/** What there is to be seen in the heads, in a sentence or two. */
import { signed } from '../../../lib/figures/small-numbers.ts';
import { placeWords, tokenWords } from '../../../lib/figures/token-names.ts';
import { counted } from '../../../lib/figures/words.ts';
import { indexOfLargest, patchWeights, type SeenHeads } from './seen.ts';
import type { HeadsSettings } from './settings.ts';

export const headName = ([block, head]: readonly [number, number]): string =>
  `block ${block + 1}, head ${head + 1}`;

/** "41 %" */
export const percent = (share: number, digits = 0): string => `${(100 * share).toFixed(digits)} %`;

/** Who asks: "the class token", "patch 24". */
export const queryName = ({ query, patch }: HeadsSettings): string =>
  tokenWords(query === 'class token' ? 0 : patch + 1);

/** What the chosen head does with the query, and how far it looks. */
export function chosenSeen(seen: SeenHeads, settings: HeadsSettings): string {
  const { grid, patchSize, distances, shape } = seen;
  const { chosen, query, patch } = settings;
  const weights = patchWeights(seen, chosen, query === 'class token' ? null : patch);
  const most = indexOfLargest(weights);
  const own = query === 'a patch' && most === patch;
  const distance = distances[chosen[0] * shape[1] + chosen[1]]!;
  return (
    `In ${headName(chosen)}, ${queryName(settings)} puts ${percent(weights[most]!, 1)} on ` +
    `${own ? 'itself' : tokenWords(most + 1)} (${placeWords(most + 1, grid)}), more than on any other patch. ` +
    `Over all queries this head looks ` +
    `${distance.toFixed(1)} pixels far, ${(distance / patchSize).toFixed(1)} patches.`
  );
}

/** What switching heads off has done to the answer. */
export function answerSeen({ before, after, classNames, off }: SeenHeads): string {
  const [first, now] = [before, after].map(({ logits }) => indexOfLargest(logits)) as [
    number,
    number,
  ];
  const name = classNames[first];
  const was = percent(before.probabilities[first]!, 1);
  if (off.length === 0) return `All heads are on, and the answer is ${name}, with ${was}.`;
  const changed =
    now === first
      ? ''
      : ` The answer is now ${classNames[now]}, with ${percent(after.probabilities[now]!, 1)}.`;
  return (
    `With ${counted(off.length, 'head')} off, ${name} goes from ${was} to ${percent(after.probabilities[first]!, 1)}, ` +
    `and its logit moves by ${signed(after.logits[first]! - before.logits[first]!, 2)}.${changed}`
  );
}
