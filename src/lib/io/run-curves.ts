/** The curves of a run as a table of comma-separated values (RFC 4180), a row for each step. */
import type { SavedRun } from './run-document.ts';

const columns = ['step', 'train_loss', 'train_accuracy', 'validation_loss', 'validation_accuracy'];

/** Losses in nats, accuracies 0 to 1; the cells of validation are empty where nothing was measured. */
export function curvesCsv({ summary, state }: SavedRun): string {
  const measured = new Map(summary.evaluations.map((one) => [one.step, one]));
  const steps = new Set([...state.losses.keys()].map((index) => index + 1));
  for (const step of measured.keys()) steps.add(step);
  const rows = [...steps]
    .sort((a, b) => a - b)
    .map((step) => {
      const seen = measured.get(step);
      const trained = [state.losses[step - 1], state.accuracies[step - 1]].map(single);
      return [step, ...trained, seen?.loss ?? '', seen?.accuracy ?? ''].join(',');
    });
  return [columns.join(','), ...rows, ''].join('\r\n');
}

/** The fewest digits that still say which float32 it is. */
function single(value: number | undefined): string {
  if (value === undefined) return '';
  for (let digits = 1; digits < 9; digits++) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(Number(value.toPrecision(9)));
}
