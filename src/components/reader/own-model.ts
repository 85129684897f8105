/**
 * The lab's side of the reader's own model: which run the weights "mine" of chapters 4 to 10 are.
 *
 * Written to the device, not to the page's own state: a chapter reads it when it opens.
 */
import type { OwnModel } from '../../lib/model/checkpoint.ts';
import { choiceKey } from './choice-key.ts';

export function offerOwnModel(ownModel: OwnModel): void {
  change(() => ownModel);
}

/** The run is no longer there: whoever chose it has the default weights again. */
export function withdrawOwnModel(run: string): void {
  change((offered) => (offered?.run === run ? null : offered));
}

/** Changes this part of what is stored and leaves the rest as it is: whoever reads it checks it. */
function change(next: (offered: OwnModel | null) => OwnModel | null): void {
  try {
    const stored = JSON.parse(localStorage.getItem(choiceKey) ?? '{}') as { ownModel?: OwnModel };
    const ownModel = next(stored.ownModel ?? null);
    localStorage.setItem(choiceKey, JSON.stringify({ ...stored, ownModel }));
  } catch {
    // no storage: nothing to offer to another page
  }
}
