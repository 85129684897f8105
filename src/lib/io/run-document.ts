/** A training run as plain data: what is stored on the device, exported and imported. */
import type { RandomState } from '../tensors/random-numbers.ts';
import type { TrainingSettings } from '../training/settings.ts';
import type { NamedArray } from './safetensors.ts';

/** The whole validation set, looked at after a step. */
export interface RunEvaluation {
  step: number;
  /** Nats. */
  loss: number;
  /** 0 to 1. */
  accuracy: number;
}

/** What a list of runs shows; small. */
export interface RunSummary {
  /** Unique; never changes. */
  id: string;
  /** The reader's name for it. */
  name: string;
  pinned: boolean;
  /** Milliseconds since 1970. */
  created: number;
  saved: number;
  settings: TrainingSettings;
  /** Where it was trained last. */
  backend: 'webgl' | 'cpu';
  parameterCount: number;
  classNames: string[];
  /** Steps taken. */
  step: number;
  evaluations: RunEvaluation[];
  /** Of the test set, once it was asked for: with the step at which it was measured. */
  test: RunEvaluation | null;
}

/** All that training needs to go on from `step` as if nothing had happened, and the curves so far. */
export interface RunState {
  step: number;
  /** The whole model, in the order of `stateShapes`: parameters, then the running averages of batch norms. */
  parameters: NamedArray[];
  /** The optimiser's moments, in its own order: [n] each. */
  first: Float32Array;
  second: Float32Array;
  random: RandomState;
  /** Training loss and accuracy of each step so far. */
  losses: Float32Array;
  accuracies: Float32Array;
  /** The same of the best evaluation so far, and its step; null before the first. */
  best: { step: number; parameters: NamedArray[] } | null;
}

export interface SavedRun {
  summary: RunSummary;
  state: RunState;
}
