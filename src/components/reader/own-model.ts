/**
 * The lab's side of the reader's own model: which run the weights "mine" of chapters 4 to 10 are.
 *
 * Written to the device, not to the page's own state: a chapter reads it when it opens.
 */
import type { OwnModel } from '../../lib/model/checkpoint.ts';
import { defaultChoice } from './reader-choice.ts';
import { loadChoice, saveChoice } from './reader-storage.ts';

export function offerOwnModel(ownModel: OwnModel): void {
  saveChoice({ ...loadChoice(), ownModel });
}

/** The run is no longer there: whoever chose it has the default weights again. */
export function withdrawOwnModel(run: string): void {
  const choice = loadChoice();
  if (choice.ownModel?.run !== run) return;
  const weights = choice.weights === 'mine' ? defaultChoice.weights : choice.weights;
  saveChoice({ ...choice, ownModel: null, weights });
}
