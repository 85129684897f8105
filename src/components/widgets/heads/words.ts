/** What there is to be seen in the heads, in a sentence or two. */
import { signed } from '../../../lib/figures/small-numbers.ts';
import { counted } from '../../../lib/figures/words.ts';
import { indexOfLargest, patchWeights, type SeenHeads } from './seen.ts';
import type { HeadsSettings } from './settings.ts';

/** "patch 3,4": row and column, from 1. */
export const patchName = (patch: number, grid: number): string =>
  `patch ${Math.floor(patch / grid) + 1},${(patch % grid) + 1}`;

export const headName = ([block, head]: readonly [number, number]): string =>
  `block ${block + 1}, head ${head + 1}`;

/** "41 %" */
export const percent = (share: number, digits = 0): string => `${(100 * share).toFixed(digits)} %`;

export const queryName = ({ query, patch }: HeadsSettings, grid: number): string =>
  query === 'class token' ? 'the class token' : patchName(patch, grid);

/** What the chosen head does with the query, and how far it looks. */
export function chosenSeen(seen: SeenHeads, settings: HeadsSettings): string {
  const { grid, patchSize, distances, shape } = seen;
  const { chosen, query, patch } = settings;
  const weights = patchWeights(seen, chosen, query === 'class token' ? null : patch);
  const most = indexOfLargest(weights);
  const own = query === 'a patch' && most === patch;
  const distance = distances[chosen[0] * shape[1] + chosen[1]]!;
  return (
    `In ${headName(chosen)}, ${queryName(settings, grid)} puts ${percent(weights[most]!)} on ` +
    `${own ? 'itself' : patchName(most, grid)}, more than on any other patch. Over all queries this head looks ` +
    `${distance.toFixed(1)} pixels far, ${(distance / patchSize).toFixed(1)} patches.`
  );
}

/** What switching heads off has done to the answer. */
export function answerSeen({ before, after, classNames }: SeenHeads, off: number): string {
  const [first, now] = [before, after].map(({ logits }) => indexOfLargest(logits)) as [
    number,
    number,
  ];
  const name = classNames[first];
  const was = percent(before.probabilities[first]!, 1);
  if (off === 0) return `All heads are on, and the answer is ${name}, with ${was}.`;
  const changed =
    now === first ? '' : ` The answer is now ${classNames[now]}, with ${percent(after.probabilities[now]!, 1)}.`;
  return (
    `With ${counted(off, 'head')} off, ${name} goes from ${was} to ${percent(after.probabilities[first]!, 1)}, ` +
    `and its logit moves by ${signed(after.logits[first]! - before.logits[first]!, 2)}.${changed}`
  );
}
