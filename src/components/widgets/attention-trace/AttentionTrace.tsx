/** Under the code: what the function has made of the picture, in one head. */
import type { ComponentChildren } from 'preact';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { stateWith, useLater } from '../../figures/use-later.ts';
import { useForward } from '../../model/shared-forward.ts';
import { EngineStatus } from '../engine/EngineStatus.tsx';

const loadFigures = () => import('./Figures.tsx');

/** `children`: the pictures, drawn when the site was built. */
export default function AttentionTrace({ children }: { children?: ComponentChildren }) {
  const [forward, tryAgain] = useForward();
  const figures = useLater(loadFigures);
  const { state, backend, result, input } = forward;
  return (
    <div
      data-widget="attention-trace"
      data-state={stateWith(figures, state)}
      data-backend={backend}
    >
      {result && figures ? <figures.Figures trace={result.trace} /> : children}
      <EngineStatus
        computation={forward}
        facts={[
          `block 1, head 1 of ${result?.config.numHeads}`,
          input && weightsWords(input.weights),
        ]}
        stillWorks="what stands above was computed before"
        tryAgain={tryAgain}
      />
    </div>
  );
}
