/** Ways to read a sequence: five vectors for one picture, and heads trained for each on a press. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { TrainHeadsResult } from '../../../lib/engine/computations/train-heads.ts';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { Button } from '../../controls/Button.tsx';
import { outsideWords, useModelInput, type ModelInput } from '../../model/model-input.ts';
import { useForward } from '../../model/shared-forward.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { runComputation, useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { seed, training } from './settings.ts';

type Training = { state: 'none' | 'busy' } | { state: 'failed'; why: string } | Trained;

interface Trained {
  state: 'done';
  heads: TrainHeadsResult;
  milliseconds: number;
}

export default function ReadingWays({ children }: { children?: ComponentChildren }) {
  const input = useModelInput();
  const [{ result: pass }] = useForward();
  const request = useMemo(
    () => input && (() => ({ weights: input.weights, image: input.image, seed })),
    [input],
  );
  const [computation, tryAgain] = useComputation('reading-ways', 'readSequence', request);
  const [heads, train] = useTraining(input);
  const { result } = computation;
  return (
    <Widget
      name="reading-ways"
      title="Ways to read a sequence"
      intro="One picture, five vectors; train a head for each."
      state={heads.state === 'busy' ? 'busy' : computation.state}
      backend={computation.backend}
    >
      <div class="ctl">
        <Button
          label={heads.state === 'done' ? 'Train again' : 'Train five heads'}
          primary
          onPress={train}
          reason={heads.state === 'busy' ? 'the heads are being trained' : null}
        />
      </div>
      {result && pass ? (
        <Figures
          result={result}
          config={pass.config}
          classNames={pass.classNames}
          heads={heads.state === 'done' ? heads.heads : null}
        />
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={[
          input && weightsWords(input.weights),
          input && outsideWords(input),
          'distillation token fresh, untrained',
          trainingWords(heads),
        ]}
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['head', 'loss']} />
      </EngineStatus>
    </Widget>
  );
}

function trainingWords(heads: Training): string | null {
  if (heads.state === 'busy') return `training on ${training.trainImages} pictures`;
  if (heads.state === 'failed') return `the heads were not trained: ${heads.why}`;
  return heads.state === 'done'
    ? `heads trained in ${(heads.milliseconds / 1000).toFixed(1)} s`
    : null;
}

/** Trains when asked; another picture or other weights make it undone. */
function useTraining(input: ModelInput | null): [Training, () => void] {
  const [heads, setHeads] = useState<Training>({ state: 'none' });
  useEffect(() => setHeads({ state: 'none' }), [input]);
  const train = () => {
    if (!input) return;
    setHeads({ state: 'busy' });
    const { weights, image } = input;
    runComputation('reading-ways-heads', 'trainHeads', () => ({
      weights,
      image,
      seed,
      ...training,
    }))
      .then(({ result, milliseconds }) =>
        setHeads({ state: 'done', heads: result!, milliseconds: milliseconds! }),
      )
      .catch((error: Error) => setHeads({ state: 'failed', why: error.message }));
  };
  return [heads, train];
}
