/** What "One token, or all" starts with, and what can be changed. */
import type {
  TokenChange,
  TokenLocalityRequest,
} from '../../../lib/engine/computations/token-locality.ts';
import { patchCount, prefixTokens, type VitConfig } from '../../../lib/model/config.ts';

export const changes = ['one patch', 'the class token', 'all, shifted by one'] as const;
export type Change = (typeof changes)[number];

export interface LocalitySettings {
  change: Change;
  /** From 0. */
  block: number;
  patch: number;
  seed: number;
}

export const defaults: LocalitySettings = { change: 'one patch', block: 0, patch: 24, seed: 1 };

/** What the engine is asked to change. */
export function changeOf(
  { change, patch }: LocalitySettings,
  config: VitConfig,
): { change: TokenChange; token: number } {
  const chosen = Math.min(patch, patchCount(config) - 1);
  const token = change === 'one patch' ? prefixTokens(config) + chosen : 0;
  return { change: change === 'all, shifted by one' ? 'shift' : 'one', token };
}

/** What an answer shows: the change that was asked for, and the patch; −1 where it is no patch. */
export function shownChange({ change, token }: TokenLocalityRequest, config: VitConfig) {
  const patch = token - prefixTokens(config);
  const one: Change = patch < 0 ? 'the class token' : 'one patch';
  return { change: change === 'shift' ? ('all, shifted by one' as const) : one, token, patch };
}
