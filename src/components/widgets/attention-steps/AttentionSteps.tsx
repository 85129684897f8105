/** Attention, step by step: one query meets every key of the picture. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { stateWith, useLater } from '../../figures/use-later.ts';
import { outsideWords } from '../../model/model-input.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { Widget } from '../frame/Widget.tsx';
import { Controls } from './Controls.tsx';
import { NumberTable } from './NumberTable.tsx';
import { defaults, fitted, type ModelShape, type StepsSettings } from './settings.ts';
import { useView } from './use-view.ts';

interface AttentionStepsProps {
  /** Of the model that the poster shows. */
  shape: ModelShape;
  /** The figures, drawn when the site was built. */
  children?: ComponentChildren;
}

const loadFigures = () => import('./Figures.tsx');

export default function AttentionSteps({ shape, children }: AttentionStepsProps) {
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<StepsSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const { forward, computation, view, tryAgain } = useView(settings);
  const figures = useLater(loadFigures);
  const shown = view?.shape ?? shape;
  const chosen = useMemo(() => fitted(settings, shown), [settings, shown.tokens, shown.blocks]);
  return (
    <Widget
      name="attention-steps"
      titleId="steps-title"
      title={`One query, ${shown.tokens === 50 ? 'fifty' : shown.tokens} keys`}
      intro={
        <>
          Press a patch, or a cell of the matrix. Arrow keys move the{' '}
          <span class="query">query</span>; with Shift, the <span class="key">key</span>.
        </>
      }
      state={stateWith(figures, computation.state)}
      backend={computation.backend}
    >
      <Controls shape={shown} settings={chosen} change={change} />
      {view && figures ? (
        <figures.Figures
          view={view}
          query={chosen.query}
          chosenKey={chosen.key}
          onChoose={change}
        />
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={
          forward.input
            ? [
                `block ${chosen.block + 1}, head ${chosen.head + 1} of ${shown.heads}`,
                weightsWords(forward.input.weights),
                outsideWords(forward.input),
              ]
            : []
        }
        stillWorks="what stands above was computed before"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['scaled-dot-product', 'attention']} />
      </EngineStatus>
      <NumberTable view={view} query={chosen.query} />
    </Widget>
  );
}
