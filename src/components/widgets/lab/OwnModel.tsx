import { useEffect } from 'preact/hooks';
import { bookModelProblem } from '../../../lib/model/book-model.ts';
import { checkpointInputs, checkpointNames } from '../../../lib/model/checkpoint.ts';
import type { VitConfig } from '../../../lib/model/config.ts';
import { offerOwnModel } from '../../reader/own-model.ts';
import { useLab, type LabPartProps } from './lab-view.ts';

/** Offers the run at hand, once it is kept, as the weights "mine" of the other chapters; says so, or why not. */
export function OwnModel({ store }: LabPartProps) {
  const model = useLab(store, ({ model, kept }) => (model && kept?.lasting ? model : null));
  const problem = model && bookModelProblem(model.settings.model);
  useEffect(() => {
    if (!model || problem !== null) return;
    const architecture = takenBy(model.settings.model);
    offerOwnModel({ run: model.id, name: model.name, architecture });
  }, [model, problem]);
  if (!model) return null;
  return (
    <p class="own-model">
      {problem ??
        'Chapters 4 to 10 can show this model from within: choose “mine” as the weights, under their headings.'}
    </p>
  );
}

/** The checkpoint whose pictures the model takes. */
function takenBy({ imageSize, inChannels }: VitConfig) {
  return checkpointNames.find((name) => {
    const takes = checkpointInputs[name];
    return takes.imageSize === imageSize && takes.inChannels === inChannels;
  })!;
}
