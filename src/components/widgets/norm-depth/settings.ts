/** What "Pre-norm against post-norm" starts with, and what can be chosen. */
import type { GradientNormsRequest } from '../../../lib/engine/computations/gradient-norms.ts';

/** How dense layers begin, in the reader's words. */
export const beginnings = {
  Xavier: 'xavier',
  'spread 0.02': 'timm',
} as const satisfies Record<string, GradientNormsRequest['initialisation']>;
export type Beginning = keyof typeof beginnings;
export const beginningNames = Object.keys(beginnings) as Beginning[];

export interface DepthSettings {
  beginning: Beginning;
  /** L. */
  depth: number;
  seed: number;
}

export const defaults: DepthSettings = { beginning: 'Xavier', depth: 6, seed: 1 };
export const largestDepth = 12;
