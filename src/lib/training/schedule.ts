/** The learning rate over a run: a straight warm-up, then half a cosine down to 0 (Loshchilov and Hutter 2017). */
export interface Schedule {
  /** The peak. */
  learningRate: number;
  /** Steps of the warm-up; the last of them has the peak rate. */
  warmupSteps: number;
  /** Steps of the whole run. */
  totalSteps: number;
}

/** The rate of a step, counted from 0: peak · (step + 1) / warmup, then peak · (1 + cos π progress) / 2. */
export function learningRateAt(
  step: number,
  { learningRate, warmupSteps, totalSteps }: Schedule,
): number {
  if (step < warmupSteps) return (learningRate * (step + 1)) / warmupSteps;
  const progress = Math.min(1, (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps));
  return (learningRate * (1 + Math.cos(Math.PI * progress))) / 2;
}
