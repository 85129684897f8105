import { useMemo } from 'preact/hooks';
import type { BatchTokensResult } from '../../../lib/engine/computations/batch-tokens.ts';
import { useModelInput, type ModelInput } from '../../model/model-input.ts';
import { pictureWithId } from '../../reader/load-picture.ts';
import { useComputation, type Computation } from '../engine/use-computation.ts';
import { batchRequest, type BatchAsked } from './batch.ts';

export interface NamedBatch {
  result: BatchTokensResult;
  names: string[];
}

export interface UsedBatch {
  input: ModelInput | null;
  computation: Computation<'batchTokens'>;
  /** The same object until another picture or other weights have been run. */
  batch: NamedBatch | undefined;
  tryAgain: () => void;
}

/** The reader's picture and its companions through the reader's weights; `widget` is whose line to the engine it takes. */
export function useBatch(widget: string): UsedBatch {
  const input = useModelInput();
  const request = useMemo(() => input && (() => batchRequest(input, pictureWithId)), [input]);
  const [computation, tryAgain] = useComputation(widget, 'batchTokens', request);
  const { result, request: asked } = computation;
  const batch = useMemo(() => result && { result, names: (asked as BatchAsked).names }, [result]);
  return { input, computation, batch, tryAgain };
}
