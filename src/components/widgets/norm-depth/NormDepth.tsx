/** Pre-norm against post-norm: how large the gradient of each block is in a fresh model, as it grows deeper. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Button } from '../../controls/Button.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { outsideWords, useModelInput } from '../../model/model-input.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import { withRun, type Run } from './runs.ts';
import {
  beginningNames,
  beginnings,
  defaults,
  largestDepth,
  type Beginning,
  type DepthSettings,
} from './settings.ts';

/** The figures, drawn when the site was built, are the children. */
export default function NormDepth({ children }: { children?: ComponentChildren }) {
  const [settings, setSettings] = useState(defaults);
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const [walking, setWalking] = useState(false);
  const { beginning, depth, seed } = settings;
  const change = (part: Partial<DepthSettings>) =>
    setSettings((before) => ({ ...before, ...part }));
  const input = useModelInput();
  const request = useMemo(
    () =>
      input &&
      (() => ({
        architecture: input.weights.architecture,
        image: input.image,
        depth,
        initialisation: beginnings[beginning],
        seed,
      })),
    [input, beginning, depth, seed],
  );
  const [computation, tryAgain] = useComputation('norm-depth', 'gradientNorms', request);
  const { result, request: asked, state } = computation;

  useEffect(() => setRuns([]), [input]);
  useEffect(() => {
    if (!result || !asked || asked.image !== input?.image) return;
    const name = beginningNames.find((one) => beginnings[one] === asked.initialisation)!;
    setRuns((before) =>
      withRun(before, { beginning: name, depth: asked.depth, seed: asked.seed, result }),
    );
    if (!walking || asked.depth !== depth) return;
    if (depth < largestDepth) change({ depth: depth + 1 });
    else setWalking(false);
  }, [result]);

  const run = runs.at(-1);
  return (
    <Widget
      name="norm-depth"
      title="Pre-norm against post-norm"
      intro="Two fresh models of the same weights, one step before any training."
      state={state}
      backend={computation.backend}
    >
      <div class="ctl">
        <label class="f">
          blocks L
          <input
            type="range"
            min={1}
            max={largestDepth}
            value={depth}
            onInput={(event) => {
              setWalking(false);
              change({ depth: event.currentTarget.valueAsNumber });
            }}
          />
          <output aria-live="off">{depth}</output>
        </label>
        <span class="f">
          <span>weights begin as</span>
          <Segmented
            label="Weights begin as"
            value={beginning}
            choices={beginningNames}
            onInput={(name) => change({ beginning: name as Beginning })}
          />
        </span>
        <Button
          label={walking ? 'Stop' : 'Every depth'}
          primary={!walking}
          onPress={() => {
            setWalking(!walking);
            if (!walking) change({ depth: depth === 1 ? 2 : 1 });
          }}
        />
        <Button label="Another seed" onPress={() => change({ seed: seed + 1 })} />
        <Button
          label="Reset"
          onPress={() => {
            setWalking(false);
            setRuns((before) => before.slice(-1));
            setSettings(defaults);
          }}
        />
      </div>
      {run ? <Figures runs={runs} settings={{ ...run }} /> : children}
      <EngineStatus
        computation={computation}
        facts={[
          `fresh weights, seed ${run?.seed ?? seed}`,
          input && `sizes of the ${input.weights.architecture} model`,
          input && outsideWords(input),
        ]}
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['encoder-block', 'encoder-block-options', 'loss']} />
      </EngineStatus>
      <NumberTable run={run} />
    </Widget>
  );
}
