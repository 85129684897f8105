import type { ComponentChildren } from 'preact';
import type { ComputationName } from '../../../lib/engine/protocol.ts';
import { StatusLine } from '../../controls/StatusLine.tsx';
import type { Computation } from './use-computation.ts';

interface EngineStatusProps {
  computation: Computation<ComputationName>;
  /** What was computed with which weights; empty ones are left out. */
  facts: readonly (string | null | undefined)[];
  /** What still works when the engine does not. */
  stillWorks: string;
  tryAgain: () => void;
  /** What else stands at the right. */
  children?: ComponentChildren;
}

/** The status line of a widget that computes in the engine, in each of its states. */
export function EngineStatus(props: EngineStatusProps) {
  const { computation, facts, stillWorks, tryAgain, children } = props;
  const { state, backend, result, milliseconds, failure, announcement } = computation;
  if (state === 'failed')
    return (
      <StatusLine failed facts={[`not computed: ${failure}`, stillWorks]}>
        <button type="button" onClick={tryAgain}>
          Try again
        </button>
      </StatusLine>
    );
  if (!result)
    return (
      <StatusLine
        facts={[
          'drawn when the site was built',
          state === 'loading' ? 'starting the engine' : null,
        ]}
      />
    );
  return (
    <StatusLine
      facts={[
        state === 'busy' ? 'computing' : 'computed here',
        backend,
        `${milliseconds! < 100 ? milliseconds!.toFixed(1) : Math.round(milliseconds!)} ms`,
        ...facts,
        announcement,
      ]}
    >
      {children}
    </StatusLine>
  );
}
