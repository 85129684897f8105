/**
 * All that `public/checkpoints/NAME.json` says of the weights in `NAME.safetensors`, which are float16 under timm's names.
 *
 * Both files are written by `npm run pretrain`.
 */
import type { CheckpointCard } from '../model/checkpoint.ts';
import type { TrainingSettings } from '../training/settings.ts';

export interface ModelCard extends CheckpointCard {
  data: CheckpointData;
  settings: Omit<TrainingSettings, 'model' | 'data' | 'augmentation'>;
  figures: CheckpointFigures;
  recorded: Recorded;
}

/** How, when and where it was trained. */
export interface Recorded {
  command: string;
  /** Year, month, day. */
  date: string;
  machine: string;
  /** Of training, without the loading and the measuring. */
  seconds: number;
}

export interface CheckpointData {
  name: string;
  trainImages: number;
  validationImages: number;
  testImages: number;
  licence: string;
}

/** Measured with the weights as they stand in the file. */
export interface CheckpointFigures {
  /** Mean cross-entropy over the first of the training images, nats. */
  trainLoss: number;
  /** How many images that is. */
  trainLossImages: number;
  /** Over all validation images, nats. */
  validationLoss: number;
  /** 0 to 1. */
  validationAccuracy: number;
  /** 0 to 1. */
  testAccuracy: number;
  parameters: number;
  /** Of the weights' file. */
  bytes: number;
}
