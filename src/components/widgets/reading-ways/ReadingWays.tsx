/** Ways to read a sequence: five vectors for one picture, and heads trained for each on a press. */
import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { TrainHeadsResult } from '../../../lib/engine/computations/train-heads.ts';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { Button } from '../../controls/Button.tsx';
import { isAnswerTo, outsideWords, type ModelInput } from '../../model/model-input.ts';
import { useForward } from '../../model/shared-forward.ts';
import { useWhole } from '../../model/use-whole.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { runComputation, useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { seed, training as trainingSettings } from './settings.ts';

type Training = { state: 'none' | 'busy' } | { state: 'failed'; why: string } | Trained;

interface Trained {
  state: 'done';
  heads: TrainHeadsResult;
  milliseconds: number;
}

export default function ReadingWays({ children }: { children?: ComponentChildren }) {
  const [{ result: pass, input = null }] = useForward();
  const request = useMemo(
    () => input && (() => ({ weights: input.weights, image: input.image, seed })),
    [input],
  );
  const [computation, tryAgain] = useComputation('reading-ways', 'readSequence', request);
  const [heads, train] = useTraining(input);
  const { result, request: answered } = computation;
  const whole = useWhole(
    result && pass && input && isAnswerTo(input, answered) ? { result, pass, input } : null,
  );
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
      {whole ? (
        <Figures
          result={whole.result}
          config={whole.pass.config}
          classNames={whole.pass.classNames}
          heads={heads.state === 'done' && whole.input === input ? heads.heads : null}
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
  if (heads.state === 'busy') return `training on ${trainingSettings.trainImages} pictures`;
  if (heads.state === 'failed') return `the heads were not trained: ${heads.why}`;
  return heads.state === 'done'
    ? `heads trained in ${(heads.milliseconds / 1000).toFixed(1)} s`
    : null;
}

const untrained = { of: null, heads: { state: 'none' } } as const;

/** Trains when asked; another picture or other weights make it undone. */
function useTraining(input: ModelInput | null): [Training, () => void] {
  const [training, setTraining] = useState<{ of: ModelInput | null; heads: Training }>(untrained);
  const newest = useRef(0);
  const train = () => {
    if (!input) return;
    const mine = ++newest.current;
    const setHeads = (heads: Training) =>
      mine === newest.current && setTraining({ of: input, heads });
    setHeads({ state: 'busy' });
    const { weights, image } = input;
    runComputation('reading-ways-heads', 'trainHeads', () => ({
      weights,
      image,
      seed,
      ...trainingSettings,
    }))
      .then(({ result, milliseconds }) =>
        setHeads({ state: 'done', heads: result!, milliseconds: milliseconds! }),
      )
      .catch((error: Error) => setHeads({ state: 'failed', why: error.message }));
  };
  return [training.of === input ? training.heads : untrained.heads, train];
}
