/** A widget's line to the engine: asks for a computation whenever its request changes, and keeps the last answer. */
import { useEffect, useState } from 'preact/hooks';
import type {
  BackendName,
  ComputationName,
  RequestOf,
  ResultOf,
} from '../../../lib/engine/protocol.ts';

export type WidgetState = 'poster' | 'loading' | 'ready' | 'busy' | 'failed';

export interface Computation<Name extends ComputationName> {
  state: WidgetState;
  backend?: BackendName;
  /** What the engine wants the reader to know about where it runs. */
  announcement?: string | null;
  /** The last result, and the request that it answers. */
  result?: ResultOf<Name>;
  request?: RequestOf<Name>;
  milliseconds?: number;
  failure?: string;
}

/** After this many milliseconds without an answer the widget says that it computes. */
const patience = 150;

/** `request` makes a request, or is null while there is nothing to ask for; memoise it on what it holds. */
export function useComputation<Name extends ComputationName>(
  widget: string,
  name: Name,
  request: (() => RequestOf<Name> | Promise<RequestOf<Name>>) | null,
): [Computation<Name>, () => void] {
  const [computation, setComputation] = useState<Computation<Name>>({ state: 'poster' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!request) return;
    let current = true;
    const update = (change: Partial<Computation<Name>>) =>
      current && setComputation((before) => ({ ...before, ...change }));
    const late = setTimeout(
      () =>
        current &&
        setComputation((before) => (before.result ? { ...before, state: 'busy' } : before)),
      patience,
    );
    setComputation((before) => (before.result ? before : { ...before, state: 'loading' }));
    runComputation(widget, name, request)
      .then((found) => update({ ...found, state: 'ready', failure: undefined }))
      .catch((error: Error) => {
        if (error.name !== 'SupersededError') update({ state: 'failed', failure: error.message });
      })
      .finally(() => clearTimeout(late));
    return () => {
      current = false;
      clearTimeout(late);
    };
  }, [widget, name, request, attempt]);

  return [computation, () => setAttempt(attempt + 1)];
}

/** Starts the engine where it is not up yet, and asks it once. */
export async function runComputation<Name extends ComputationName>(
  widget: string,
  name: Name,
  make: () => RequestOf<Name> | Promise<RequestOf<Name>>,
): Promise<Partial<Computation<Name>>> {
  const { startEngine } = await import('../../../lib/engine/client.ts');
  const [engine, request] = await Promise.all([startEngine(), make()]);
  const { result, milliseconds, info } = await engine.compute(widget, name, request);
  const { backend, announcement } = info;
  return { backend, announcement, result, request, milliseconds };
}
