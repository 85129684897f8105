/** The table of runs as plain values: what each row says, and which curves are laid over the run's own. */
import { runDashes } from '../../../lib/figures/run-dashes.ts';
import type { EarlierCurve } from '../../../lib/figures/training-curves.ts';
import { whole } from '../../../lib/figures/words.ts';
import type { RunSummary } from '../../../lib/io/run-document.ts';
import { settingsDifference } from '../../../lib/training/settings-difference.ts';

/** Curves that can be told apart by their dashes. */
export const mostCompared = runDashes.length;

export interface RunRow {
  id: string;
  name: string;
  pinned: boolean;
  /** "no positions, learning rate 1e-3"; "the default" when nothing differs from it. */
  differs: string;
  parameters: string;
  /** "600", or "250 of 600" before the end. */
  steps: string;
  /** Of the last evaluation; a dash before the first. */
  loss: string;
  accuracy: string;
  /** The dashes of its curve, solid as an empty text; null when it is not drawn. */
  dash: string | null;
  /** Why it cannot be compared, in a sentence; null when it can. */
  reason: string | null;
}

/** Which runs the figures show: the one that is open, and those laid over it. */
export interface Shown {
  current: string | null;
  compared: readonly string[];
}

export function runRow(run: RunSummary, shown: Shown): RunRow {
  const { id, name, pinned, settings, parameterCount, step, evaluations } = run;
  const { totalSteps } = settings;
  const last = evaluations.at(-1);
  return {
    id,
    name,
    pinned,
    differs: settingsDifference(settings).join(', ') || 'the default',
    parameters: whole(parameterCount),
    steps: step < totalSteps ? `${whole(step)} of ${whole(totalSteps)}` : whole(step),
    loss: last ? last.loss.toFixed(3) : '–',
    accuracy: last ? last.accuracy.toFixed(3) : '–',
    dash: dashOf(id, shown),
    reason: comparisonReason(run, shown),
  };
}

/** The runs laid over the open one, in the order in which they were chosen. */
export const others = ({ current, compared }: Shown): string[] =>
  compared.filter((id) => id !== current);

function dashOf(id: string, shown: Shown): string | null {
  if (id === shown.current) return '';
  return runDashes[others(shown).indexOf(id)] ?? null;
}

function comparisonReason({ id, evaluations }: RunSummary, shown: Shown): string | null {
  const chosen = others(shown);
  if (id === shown.current) return 'This run is open: its curve is drawn already.';
  if (evaluations.length === 0) return 'This run has not been evaluated yet.';
  if (chosen.length >= mostCompared && !chosen.includes(id))
    return `At most ${mostCompared} runs can be compared.`;
  return null;
}

/** What is compared once a row's box is ticked or cleared. */
export function comparedWith(shown: Shown, id: string, ticked: boolean): string[] {
  const rest = others(shown).filter((other) => other !== id);
  return ticked && rest.length < mostCompared ? [...rest, id] : rest;
}

/** The validation curves of the compared runs, in the order of their dashes. */
export function runCurves(
  runs: readonly RunSummary[],
  shown: Shown,
  which: 'loss' | 'accuracy',
): EarlierCurve[] {
  return others(shown).flatMap((id) => {
    const run = runs.find((one) => one.id === id);
    if (!run || run.evaluations.length === 0) return [];
    const points = run.evaluations.map((one) => ({ step: one.step, value: one[which] }));
    return [{ name: run.name, points }];
  });
}
