/** Training that has left the numbers: what is read after that is worth nothing. */

export type DivergedWhat = 'loss' | 'gradient' | 'weights';

/** A number of a run is NaN or infinite. */
export class DivergedError extends Error {
  /** The first step whose numbers are not finite, counted from 1. */
  readonly step: number;
  readonly what: DivergedWhat;
  readonly value: number;

  constructor(step: number, what: DivergedWhat, value: number) {
    super(`${what} at step ${step}: ${value}`);
    this.name = 'DivergedError';
    this.step = step;
    this.what = what;
    this.value = value;
  }
}

/** @throws DivergedError for the first number that is not finite. */
export function checkFinite(step: number, what: DivergedWhat, ...arrays: Float32Array[]): void {
  for (const values of arrays) {
    const value = values.find((one) => !Number.isFinite(one));
    if (value !== undefined) throw new DivergedError(step, what, value);
  }
}
