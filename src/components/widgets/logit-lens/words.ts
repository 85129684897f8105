/** What is to be seen through the logit lens. */
import type { LogitLensResult } from '../../../lib/engine/computations/logit-lens.ts';
import { tokenWords } from '../../../lib/figures/token-names.ts';

export const percent = (part: number): string => `${(100 * part).toFixed(part < 0.0995 ? 1 : 0)} %`;

/** "Embedded", "After block 2". */
export const placeName = (place: number): string =>
  place === 0 ? 'Embedded' : `After block ${place}`;

/** The probabilities of one token at one place: [classes]. */
export function answersAt(
  { shape, probabilities }: LogitLensResult,
  place: number,
  token: number,
): number[] {
  const [, tokens, classes] = shape;
  const start = (place * tokens + token) * classes;
  return [...probabilities.subarray(start, start + classes)];
}

export interface Top {
  name: string;
  probability: number;
}

/** The head's first choice at every place. */
export function topsOf(result: LogitLensResult, token: number): Top[] {
  return Array.from({ length: result.shape[0] }, (_, place) => {
    const answers = answersAt(result, place, token);
    const probability = Math.max(...answers);
    return { name: result.classNames[answers.indexOf(probability)]!, probability };
  });
}

/** The first place from which on the first choice stays what it is at the end. */
export function settledAt(tops: readonly Top[]): number {
  const last = tops.at(-1)!.name;
  return tops.findLastIndex(({ name }) => name !== last) + 1;
}

export function seen(result: LogitLensResult, token: number): string {
  const tops = topsOf(result, token);
  const [first, last] = [tops[0]!, tops.at(-1)!];
  const settled = settledAt(tops);
  const when = settled === 0 ? 'from the embedding on' : `from block ${settled} on`;
  return (
    `Read off ${tokenWords(token)}: ${first.name}, ${percent(first.probability)}, before any block; ` +
    `${last.name}, ${percent(last.probability)}, after the last. It says ${last.name} ${when}.`
  );
}
