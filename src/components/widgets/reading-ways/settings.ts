/** The five ways in words, and the training of heads for them. */
import { countParameters } from '../../../lib/model/parameter-shapes.ts';
import type { VitConfig } from '../../../lib/model/config.ts';
import { readIn, type ReadingWay } from '../../../lib/model/reading-ways.ts';

export const wayNames: Record<ReadingWay, { name: string; how: string }> = {
  token: { name: 'class token', how: 'LN, one linear layer: equation 4' },
  preLogits: {
    name: 'class token, hidden layer',
    how: 'LN, tanh layer “pre_logits”, linear layer',
  },
  mean: { name: 'mean of the patches', how: 'mean, then LN, one linear layer' },
  meanAll: { name: 'mean of all tokens', how: 'the class token among them' },
  distilled: { name: 'class and distillation token', how: 'two heads, the mean of their logits' },
};

/** Numbers that a way needs beyond the blocks, the last norm and the class token. */
export function ownParameters(way: ReadingWay, config: VitConfig): number {
  const bare = { ...readIn('token', config), numClasses: 0 };
  return countParameters(readIn(way, config)) - countParameters(bare);
}

export const training = { trainImages: 256, testImages: 128, steps: 60, learningRate: 0.05 };

export const seed = 1;
