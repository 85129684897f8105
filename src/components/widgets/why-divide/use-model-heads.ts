/** Every head of the shared forward pass, with the division of its scores and without. */
import { useMemo } from 'preact/hooks';
import type { DividedHeadsRequest } from '../../../lib/engine/computations/divided-heads.ts';
import type { Trace } from '../../../lib/figures/attention-head.ts';
import { useForward, type Forward } from '../../model/shared-forward.ts';
import { useWhole } from '../../model/use-whole.ts';
import { useComputation } from '../engine/use-computation.ts';
import type { ModelHeads } from './Figures.tsx';

/** Null until it has been computed. */
export function useModelHeads(): { forward: Forward; model: ModelHeads | null } {
  const [forward] = useForward();
  const { result } = forward;
  const request = useMemo(
    () => result && headsRequest(result.trace, result.config.depth),
    [result],
  );
  const [{ result: heads, request: answered }] = useComputation(
    'why-divide-model',
    'dividedHeads',
    useMemo(() => (request ? () => request : null), [request]),
  );
  const model = useMemo(
    () =>
      heads && result && answered === request
        ? { heads, perBlock: result.config.numHeads, tokens: request!.tokens }
        : null,
    [heads, request, answered],
  );
  return { forward, model: useWhole(model) };
}

/** The queries and keys of all blocks, one after the other. */
export function headsRequest(trace: Trace, depth: number): DividedHeadsRequest {
  const [, tokens, width] = trace['blocks.0.attention.queries']!.shape as [number, number, number];
  const all = (name: string) => {
    const parts = Array.from(
      { length: depth },
      (_, block) => trace[`blocks.${block}.attention.${name}`]!.values,
    );
    return Float32Array.from(parts.flatMap((part) => Array.from(part)));
  };
  return { queries: all('queries'), keys: all('keys'), tokens, width };
}
