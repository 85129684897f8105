/** What the lab begins with where there is no GPU to compute on. */
import { whole } from '../../../lib/figures/words.ts';
import { summary } from '../../../lib/model/summary.ts';
import { defaultSettings, type TrainingSettings } from '../../../lib/training/settings.ts';
import { quick } from './presets.ts';

/** The quick model, for the fewest steps that the knob allows. */
export const cpuSettings: TrainingSettings = { ...quick, totalSteps: 200 };

export const isDefault = (settings: TrainingSettings) =>
  JSON.stringify(settings) === JSON.stringify(defaultSettings);

const parameters = ({ model }: TrainingSettings) => whole(summary(model).parameters.total);

export const cpuSentence =
  `On the CPU the lab begins with less: a model of ${parameters(cpuSettings)} parameters instead of ${parameters(defaultSettings)}, ` +
  `for ${whole(cpuSettings.totalSteps)} steps instead of ${whole(defaultSettings.totalSteps)}. The knobs give it back.`;
