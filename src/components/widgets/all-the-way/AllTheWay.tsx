/** One picture, all the way through: the four equations on the reader's picture, a stage at a press. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { Button } from '../../controls/Button.tsx';
import { outsideWords } from '../../model/model-input.ts';
import { useForward } from '../../model/shared-forward.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { Widget } from '../frame/Widget.tsx';
import { NumberTable } from './NumberTable.tsx';
import { checked, stages, type ChapterLinks } from './settings.ts';
import { Stages } from './Stages.tsx';
import { viewOf } from './view.ts';

interface AllTheWayProps {
  links: ChapterLinks;
  /** The stages, drawn when the site was built. */
  children?: ComponentChildren;
}

export default function AllTheWay({ links, children }: AllTheWayProps) {
  const [forward, tryAgain] = useForward();
  const [step, setStep] = useState<number | null>(null);
  const { result, input } = forward;
  const view = useMemo(() => (result && input ? viewOf(result, input) : null), [result, input]);
  const waiting = view ? null : 'the model has not run yet';
  return (
    <Widget
      name="all-the-way"
      titleId="way-title"
      title="From pixels to an answer"
      intro="Go through it a stage at a time, or choose another picture above."
      state={forward.state}
      backend={forward.backend}
      class="all-the-way"
    >
      <div class="ctl way-steps">
        <Button
          label={step === null ? 'Go step by step' : 'Next'}
          primary
          reason={waiting ?? (step === stages.length - 1 ? 'this is the answer' : null)}
          onPress={() => setStep(step === null ? 0 : step + 1)}
        />
        <Button
          label="Back"
          reason={waiting ?? (step ? null : 'nothing comes before')}
          onPress={() => setStep(step! - 1)}
        />
        <Button
          label="Show all"
          reason={waiting ?? (step === null ? 'all stages are shown' : null)}
          onPress={() => setStep(null)}
        />
      </div>
      {view ? <Stages view={view} step={step} links={links} /> : children}
      <EngineStatus
        computation={forward}
        facts={input ? [weightsWords(input.weights), outsideWords(input)] : []}
        stillWorks="what stands above was computed before"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={checked} />
      </EngineStatus>
      <NumberTable view={view} />
    </Widget>
  );
}
