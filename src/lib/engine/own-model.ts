/** The model of a run that the lab has kept on this device. */
import { toParameters } from '../io/tensors.ts';
import { scoped } from '../tensors/scope.ts';
import type { LoadedModel } from './loaded-model.ts';
import { openRuns } from './runs/open-runs.ts';

/** With the weights as they were kept last. @throws Error in a sentence when the run is not there. */
export async function ownModel(id: string | undefined): Promise<LoadedModel> {
  if (id === undefined)
    throw new Error('There is no model of your own yet: train one in chapter 11.');
  const { store } = await openRuns();
  const { run } = await store.load(id);
  const { settings, classNames } = run.summary;
  const parameters = scoped(() => toParameters(run.state.parameters, settings.model));
  return { config: settings.model, classNames, parameters };
}
