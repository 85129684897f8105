/** The lab's sentences: what it is doing, how far it is, what it says aloud. */
import { counted, whole } from '../../../lib/figures/words.ts';
import type { LabReady } from '../../../lib/engine/lab-protocol.ts';
import type { RunEvaluation } from '../../../lib/io/run-document.ts';
import { settingsChanged, settingsProblems, type LabState } from './lab-state.ts';

/** One sentence on where the run stands. */
export function progressSentence(state: LabState): string {
  const { settings, built, building, loading, progress, running, finished, wish } = state;
  if (state.failure !== null) return state.failure;
  if (!built || building) {
    const start = wish === 'train' ? ' Train is remembered: it begins by itself.' : '';
    if (loading) return `${loading.text}, ${percent(loading.loaded / loading.total)}.${start}`;
    if (state.starting || building)
      return `${building ? 'Building the model' : 'Starting the engine'}.${start}`;
    return `${whole(settings.totalSteps)} steps of ${settings.batchSize} pictures, on this device.`;
  }
  const steps = `${whole(progress.step)} of ${whole(built.totalSteps)}`;
  if (state.asleep) return `Paused at step ${steps} while this tab is hidden.`;
  if (state.pausing)
    return `Pausing after step ${whole(progress.step)} of ${whole(built.totalSteps)}.`;
  if (running) return `Step ${steps}${pace(state)}`;
  if (finished)
    return `Finished: ${steps} steps of ${built.batchSize} pictures, ${progress.epoch.toFixed(1)} epochs. Reset begins a new run.`;
  if (progress.step > 0) return `Paused at step ${steps}.`;
  return `Ready: ${whole(state.model!.parameterCount)} parameters, ${whole(built.totalSteps)} steps of ${built.batchSize} pictures.`;
}

/** What stands in the way of Train, or what a changed knob will do; null when neither. */
export function settingsSentence(state: LabState): string | null {
  const problems = settingsProblems(state.settings);
  if (problems.length > 0) return `These settings do not fit. ${problems.join('; ')}.`;
  if (!settingsChanged(state)) return null;
  const still = state.running ? ' The run under way keeps its own.' : '';
  return `Changed settings begin a new run at the next Train, Step or Reset.${still}`;
}

/** How far a run is, 0 to 1; data on its way counts by itself. */
export function fractionDone({ loading, building, built, progress }: LabState): number {
  if (loading && (building || !built)) return loading.loaded / loading.total;
  return built ? progress.step / built.totalSteps : 0;
}

function pace(state: LabState): string {
  const { step } = state.progress;
  if (step === state.built?.totalSteps) return ', looking at the validation pictures';
  if (step === 0 && state.engine?.backend === 'webgl') return ', preparing programs for the GPU';
  return step < stepsBeforeEstimate ? '' : `, ${timeLeft(state)}`;
}

/** The first steps are slow: they say nothing about the rest. */
const stepsBeforeEstimate = 10;

/** "about 2 minutes left", or nothing before the speed is known. */
export function timeLeft({ built, progress }: LabState): string {
  if (!built || !(progress.imagesPerSecond > 0)) return '';
  const images = (built.totalSteps - progress.step) * built.batchSize;
  return `about ${duration(images / progress.imagesPerSecond)} left`;
}

/** Seconds in words, rounded as one would say them. */
export function duration(seconds: number): string {
  if (seconds < 90) return counted(Math.max(5, Math.round(seconds / 5) * 5), 'second');
  if (seconds < 90 * 60) return counted(Math.round(seconds / 60), 'minute');
  return counted(Math.round(seconds / 3600), 'hour');
}

export const announceReady = ({ parameterCount, step, name }: LabReady) =>
  step === 0
    ? `Ready: a fresh model of ${whole(parameterCount)} parameters.`
    : `${name} stands at step ${whole(step)}.`;

/** The figure that is looked at once, at the end. */
export const testSentence = ({ step, accuracy }: RunEvaluation, count: number) =>
  `Test accuracy at step ${whole(step)}: ${accuracy.toFixed(3)} of ${whole(count)} pictures that were never looked at before.`;

export const announcePause = ({ progress }: LabState, finished: boolean) =>
  `${finished ? 'Finished' : 'Paused'} at step ${whole(progress.step)}.`;

/** Spoken at most ten times a run: an evaluation within a tenth of it changes nothing. */
export function announceEvaluation(state: LabState, evaluation: RunEvaluation): string {
  const tenth = (step: number) => Math.floor((10 * step) / (state.built?.totalSteps ?? 1));
  const before = state.evaluations.at(-1);
  if (before && tenth(before.step) === tenth(evaluation.step)) return state.announcement;
  return `Step ${whole(evaluation.step)}: validation accuracy ${evaluation.accuracy.toFixed(2)}.`;
}

/** A number with so many decimals, or a dash while there is none. */
export const decimals = (value: number | undefined, digits = 3) =>
  value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);

/** Milliseconds as one reads them: "2.4 ms", "31 ms", "2.8 s". */
export function milliseconds(value: number): string {
  if (value >= 1000) return `${(value / 1000).toFixed(1)} s`;
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

const percent = (fraction: number) => `${Math.round(100 * Math.min(1, fraction || 0))} %`;

/** For the tab: how far the run is while it trains, so that it can be followed from another tab. */
export function titlePrefix(state: LabState): string {
  const { running, finished, built, progress } = state;
  if (!built || progress.step === 0) return '';
  if (finished) return 'Finished · ';
  return running ? `${percent(progress.step / built.totalSteps)} · ` : '';
}
