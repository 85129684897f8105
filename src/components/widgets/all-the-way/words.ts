/** What is to be seen at each stage, in a sentence, with the numbers of this picture. */
import { indexOfLargest } from '../../../lib/figures/all-the-way.ts';
import { placeWords, tokenName } from '../../../lib/figures/token-names.ts';
import { stages } from './settings.ts';
import type { View } from './view.ts';

const whole = (value: number) => value.toLocaleString('en');

export const percent = (value: number): string => `${Math.round(100 * value)} %`;

/** "patch 24, row 4, column 3: 12 %": the patch that gives the class token of a block most. */
export function mostTaken(view: View, block: number): string {
  const weights = view.attention[block]!;
  const patch = indexOfLargest(weights) + 1;
  const place = placeWords(patch, view.cut.grid);
  return `${tokenName(patch)}, ${place}: ${percent(weights[patch - 1]!)}`;
}

/** "ankle boot, with 98 %". */
export function answerOf({ classNames, probabilities }: View): string {
  const best = indexOfLargest(probabilities);
  return `${classNames[best]}, with ${percent(probabilities[best]!)}`;
}

const sentences: Record<(typeof stages)[number], (view: View) => string> = {
  image: ({ picture: { side, channels } }) =>
    `${side} × ${side} pixels, ${channels === 1 ? 'one number' : `${channels} numbers`} each: ` +
    `${whole(side * side * channels)} numbers come in.`,
  patches: ({ cut: { grid, patch, channels } }) =>
    `Cut into ${grid * grid} patches, each a row of ${patch * patch * channels} numbers. ` +
    'Numbers have been moved, none has been changed.',
  tokens: ({ tokens: { rows, columns } }) =>
    `Each patch is multiplied by E, the class token is put before them, positions are added: ` +
    `${columns} tokens of ${rows} numbers.`,
  blocks: (view) =>
    `${view.attention.length} blocks later: in the last, the class token takes most from ` +
    `${mostTaken(view, view.attention.length - 1)} of its weight, mean of ${view.heads} heads.`,
  answer: (view) => `Read off the class token alone: ${answerOf(view)}.`,
};

/** Of one stage, or of the whole way where no stage is chosen. */
export function seen(view: View, step: number | null): string {
  if (step !== null) return `${step + 1} of ${stages.length}. ${sentences[stages[step]!](view)}`;
  return `The picture: ${view.name}. The model’s answer: ${answerOf(view)}.`;
}
