/** Five ways to read an answer from the tokens of the last block, as options of one model. */
import type { VitConfig } from './config.ts';

export const readingWays = ['token', 'preLogits', 'mean', 'meanAll', 'distilled'] as const;
export type ReadingWay = (typeof readingWays)[number];

/** The model with its answer read in another way; its blocks stay as they are. */
export function readIn(way: ReadingWay, config: VitConfig): VitConfig {
  const plain = { ...config, pool: 'token', distilled: false, representationSize: null } as const;
  const changes: Record<ReadingWay, Partial<VitConfig>> = {
    token: {},
    preLogits: { representationSize: config.embedDim },
    mean: { pool: 'mean' },
    meanAll: { pool: 'meanAll' },
    distilled: { distilled: true },
  };
  return { ...plain, ...changes[way] };
}
