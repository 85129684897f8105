/** What a run that left the numbers is told as: what happened, the likely reason, and what to do about it. */
import { counted, whole } from '../../../lib/figures/words.ts';
import type { LabEvent } from '../../../lib/engine/lab-protocol.ts';
import { defaultSettings, type TrainingSettings } from '../../../lib/training/settings.ts';

type Diverged = Extract<LabEvent, { type: 'diverged' }>;

/** All in one: `back` is the step that the model stands at again, null for a fresh model. */
export function divergenceSentence(
  { step, what, value }: Diverged,
  settings: TrainingSettings,
  back: number | null,
): string {
  const found = value === 'NaN' ? 'no number any more' : 'infinite';
  const model = back === null ? 'The model is a fresh one.' : `The model is back at step ${whole(back)}, as it was last kept.`; // prettier-ignore
  return `At step ${whole(step)} ${subjects[what]} ${found}: training stopped. ${likelyReason(settings)} ${model}`;
}

const subjects: Record<Diverged['what'], string> = {
  loss: 'the loss was',
  gradient: 'the gradient’s length was',
  weights: 'a weight was',
};

/** The setting that is most likely to blame, with the one that works. */
export function likelyReason(settings: TrainingSettings): string {
  const { learningRate, warmupSteps, clipNorm, optimiser } = settings;
  const usual = defaultSettings;
  if (learningRate > usual.learningRate)
    return `The likely reason is the learning rate of ${learningRate}: try ${usual.learningRate}, the default, or less.`;
  if (optimiser === 'sgd' && clipNorm > usual.clipNorm)
    return `The likely reason is that plain gradients up to a length of ${clipNorm} move the weights: clip them to ${usual.clipNorm}, the default.`;
  if (warmupSteps < usual.warmupSteps)
    return `The likely reason is the warm-up of ${counted(warmupSteps, 'step')}: try ${whole(usual.warmupSteps)}, the default.`;
  if (clipNorm > usual.clipNorm)
    return `The likely reason is that gradients up to a length of ${clipNorm} pass unclipped: try ${usual.clipNorm}, the default.`;
  return `The likely reason is a step that was too long: try a learning rate of ${learningRate / 10}, a tenth of this run’s.`;
}
