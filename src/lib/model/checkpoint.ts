/**
 * The bundled checkpoints: their names, what their models take, and the card that lies beside each file.
 *
 * `public/checkpoints/<name>.safetensors` holds the weights, `<name>.json` the card.
 */
import type { VitConfig } from './config.ts';

export const checkpointNames = ['garments', 'shapes'] as const;
export type CheckpointName = (typeof checkpointNames)[number];

/** S and C of each model's pictures: known before its card has been read. */
export const checkpointInputs: Record<CheckpointName, { imageSize: number; inChannels: 1 | 3 }> = {
  garments: { imageSize: 28, inChannels: 1 },
  shapes: { imageSize: 32, inChannels: 3 },
};

/** What of a card is needed to run the model. */
export interface CheckpointCard {
  name: CheckpointName;
  /** The file of the weights, beside the card. */
  file: string;
  model: VitConfig;
  classNames: string[];
}

/** A run of the lab whose model the other chapters can show. */
export interface OwnModel {
  /** The id under which the run is kept on this device. */
  run: string;
  /** The run's name. */
  name: string;
  /** The checkpoint whose pictures the model takes. */
  architecture: CheckpointName;
}

/** Which weights: a bundled checkpoint's, fresh ones of its architecture, or those of the reader's own model. */
export interface WeightsChoice {
  kind: CheckpointName | 'random' | 'mine';
  /** Of fresh random weights. */
  seed: number;
  /** The checkpoint whose architecture fresh weights have, and whose pictures the reader's own model takes. */
  architecture: CheckpointName;
  /** Of `mine`: the id of the kept run. */
  run?: string;
}

/** One text for each choice that is another model. */
export function weightsKey({ kind, seed, architecture, run }: WeightsChoice): string {
  if (kind === 'random') return `random ${architecture} ${seed}`;
  return kind === 'mine' ? `mine ${run}` : kind;
}

/** The choice in a few words, for a status line. */
export function weightsWords({ kind, seed, architecture }: WeightsChoice): string {
  if (kind === 'random') return `fresh weights, seed ${seed}, ${architecture} model`;
  return kind === 'mine' ? 'your own model' : `${kind} checkpoint`;
}
