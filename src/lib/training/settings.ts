/** Everything that determines a training run, in one record: the same settings and seed give the same curve. */
import { tinyVit, type VitConfig } from '../model/config.ts';
import type { InitialisationName } from '../stages/initialisation.ts';
import { noAugmentation, type Augmentation } from './augmentation.ts';
import type { DataName } from './data-sets.ts';
import type { OptimiserName } from './optimiser.ts';

export interface TrainingSettings {
  model: VitConfig;
  data: DataName;
  augmentation: Augmentation;
  /** How the fresh parameters are drawn. */
  initialisation: InitialisationName;
  optimiser: OptimiserName;
  /** Peak learning rate, reached after `warmupSteps` and then lowered along a half cosine to 0 at `totalSteps`. */
  learningRate: number;
  warmupSteps: number;
  /** Steps of the whole run. */
  totalSteps: number;
  /** Decoupled for AdamW, added to the gradient for Adam and SGD; of matrices only. */
  weightDecay: number;
  /** Of SGD. */
  momentum: number;
  /** ε of the targets, 0 to 1. */
  labelSmoothing: number;
  /** Largest norm of the whole gradient; larger ones are scaled down to it. */
  clipNorm: number;
  /** B, images per step. */
  batchSize: number;
  /** Training images drawn from the data set. */
  trainImages: number;
  seed: number;
}

export const defaultSettings: TrainingSettings = {
  model: tinyVit,
  data: 'garments',
  augmentation: noAugmentation,
  initialisation: 'xavier',
  optimiser: 'adamw',
  learningRate: 5e-3,
  warmupSteps: 25,
  totalSteps: 600,
  weightDecay: 0.05,
  momentum: 0.9,
  labelSmoothing: 0,
  clipNorm: 1,
  batchSize: 32,
  trainImages: 10_000,
  seed: 1,
};
