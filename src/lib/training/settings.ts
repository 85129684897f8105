/** Everything that determines a training run, in one record: the same settings and seed give the same curve. */
import { tinyVit, type VitConfig } from '../model/config.ts';

export interface TrainingSettings {
  model: VitConfig;
  /** Peak learning rate, reached after `warmupSteps` and then lowered along a half cosine to 0 at `totalSteps`. */
  learningRate: number;
  warmupSteps: number;
  /** Steps of the whole run. */
  totalSteps: number;
  /** Decoupled weight decay (AdamW); applied to matrices only. */
  weightDecay: number;
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
  learningRate: 5e-3,
  warmupSteps: 25,
  totalSteps: 600,
  weightDecay: 0.05,
  clipNorm: 1,
  batchSize: 32,
  trainImages: 10_000,
  seed: 1,
};
