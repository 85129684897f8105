/** The head that the figures show, and the divisor that its weights were computed with: always of one piece. */
import { useMemo, useRef } from 'preact/hooks';
import { headOf, type AttentionHead } from '../../../lib/figures/attention-head.ts';
import type { ModelInput } from '../../model/model-input.ts';
import { useForward, type Forward } from '../../model/shared-forward.ts';
import type { Computation } from '../engine/use-computation.ts';
import { useComputation } from '../engine/use-computation.ts';
import { divisorOf, fitted, type ModelShape, type StepsSettings } from './settings.ts';

export interface View {
  input: ModelInput;
  head: AttentionHead;
  divisor: number;
  shape: ModelShape;
}

interface Steps {
  forward: Forward;
  /** The forward pass, or the one head with another divisor. */
  computation: Computation<'forward'> | Computation<'dividedAttention'>;
  /** Null until something has been computed; the last whole view while another is on its way. */
  view: View | null;
  tryAgain: () => void;
}

export function useView(settings: StepsSettings): Steps {
  const [forward, again] = useForward();
  const trained = useMemo(
    () => viewOf(forward, settings),
    [forward, settings.block, settings.head],
  );
  const request = useMemo(
    () => (trained && settings.divisor !== 'rootK' ? requestOf(trained, settings) : null),
    [trained, settings.divisor],
  );
  const [divided, dividedAgain] = useComputation(
    'attention-steps',
    'dividedAttention',
    request && (() => request),
  );
  const answered = divided.request === request ? divided.result : undefined;
  const last = useRef<View | null>(null);
  if (trained && !request) last.current = trained;
  else if (trained && request && answered) {
    const { width } = request;
    const head = { ...trained.head, ...answered, width };
    last.current = { ...trained, head, divisor: request.divisor };
  }
  const computation = request ? divided : forward;
  return { forward, computation, view: last.current, tryAgain: request ? dividedAgain : again };
}

/** The chosen head of the shared forward pass. */
function viewOf({ result, input }: Forward, settings: StepsSettings): View | null {
  if (!result || !input) return null;
  const shape = shapeOf(result);
  const { block, head } = fitted(settings, shape);
  return {
    input,
    head: headOf(result.trace, block, head),
    divisor: divisorOf('rootK', shape),
    shape,
  };
}

/** L, H, T, K and D of a forward pass. */
export function shapeOf({ config, trace }: NonNullable<Forward['result']>): ModelShape {
  const { depth: blocks, numHeads: heads, embedDim } = config;
  return { blocks, heads, tokens: trace['embedded']!.shape[0]!, width: embedDim / heads, embedDim };
}

function requestOf({ head, shape }: View, { divisor }: StepsSettings) {
  const { queries, keys, values, width } = head;
  return { queries, keys, values, width, divisor: divisorOf(divisor, shape) };
}
