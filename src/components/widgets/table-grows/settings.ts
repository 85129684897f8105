/** What "A learned table grows" starts with, and what can be chosen. */
import type { GrowthTask } from '../../../lib/engine/computations/grow-positions.ts';

export type { GrowthTask };

export const taskNames: Record<GrowthTask, string> = {
  grid: 'row and column',
  index: 'index',
};
export const tasks = Object.keys(taskNames) as GrowthTask[];

/** G and D. */
export const grid = 7;
export const embedDim = 32;

export const learningRate = 0.01;
export const totalSteps = 200;
/** Steps of one request: short, so that other widgets get their turn between two. */
export const burst = 5;
export const firstSeed = 1;

/** The position whose map is shown large at first: the middle. */
export const firstPosition = 24;

/** The loss of a guess, nats. */
export const guess: Record<GrowthTask, number> = {
  grid: 2 * Math.log(grid),
  index: Math.log(grid * grid),
};

/** The request for a task, to which `steps` and `state` are added. */
export const growthRequest = (task: GrowthTask, seed: number) =>
  ({ task, grid, embedDim, learningRate, seed }) as const;
