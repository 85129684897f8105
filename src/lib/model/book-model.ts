/** Which models of the reader's the chapters on the encoder and the head can show. */
import type { VitConfig } from './config.ts';

/** What the figures and sentences of chapters 4 to 10 take for granted of a model. */
const taken = {
  pool: 'token',
  normalization: 'layer',
  normFirst: true,
  finalNorm: true,
  scaledAttention: true,
  qkvBias: true,
  separateQkv: false,
  distilled: false,
  patchNorm: false,
  layerScale: null,
  representationSize: null,
} as const satisfies Partial<VitConfig>;

/** Why the chapters cannot show a model, in a sentence with both values; null when they can. */
export function bookModelProblem(config: VitConfig): string | null {
  const words = Object.keys(taken) as (keyof typeof taken)[];
  const other = words.find((word) => config[word] !== taken[word]);
  if (other === undefined) return null;
  return `Chapters 4 to 10 show models with ${other} ${taken[other]}; this one has ${other} ${config[other]}.`;
}
