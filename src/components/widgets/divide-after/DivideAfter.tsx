/** Before or after? The same queries and keys, divided before the softmax and after it. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Source } from '../../../lib/engine/computations/divided-after.ts';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { Button } from '../../controls/Button.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { stateWith, useLater } from '../../figures/use-later.ts';
import { useForward, type Forward } from '../../model/shared-forward.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { NumberTable } from './NumberTable.tsx';
import { defaults, published, sources, sourceWords, type SourceName } from './settings.ts';

const loadFigures = () => import('./Figures.tsx');

/** `children`: the figures, drawn when the site was built. */
export default function DivideAfter({ children }: { children?: ComponentChildren }) {
  const [{ source, seed }, setSettings] = useState(defaults);
  const [forward] = useForward();
  const { result: pass } = forward;
  const request = useMemo(() => {
    const made = pass && sourceOf(source, seed, pass);
    return made ? () => made : null;
  }, [source, seed, source === 'picture' ? pass : pass === undefined]);
  const [computation, tryAgain] = useComputation('divide-after', 'dividedAfter', request);
  const figures = useLater(loadFigures);
  const { result, request: answered } = computation;
  const state = forward.state === 'failed' ? forward : computation;
  return (
    <Widget
      name="divide-after"
      titleId="after-title"
      title="Before or after?"
      intro="The same queries and keys; only the place and the size of the divisor differ."
      state={stateWith(figures, state.state)}
      backend={computation.backend}
    >
      <div class="ctl">
        <span class="f">
          <span>queries and keys</span>
          <Segmented
            label="Queries and keys"
            value={sourceWords[source]}
            choices={sources.map((name) => sourceWords[name])}
            onInput={(words) =>
              setSettings({ seed, source: sources.find((name) => sourceWords[name] === words)! })
            }
          />
        </span>
        <Button
          label="Draw other numbers"
          reason={source === 'picture' ? 'the picture’s queries and keys are not drawn' : null}
          onPress={() => setSettings({ source, seed: seed + 1 })}
        />
        <Button label="Reset" onPress={() => setSettings(defaults)} />
      </div>
      {result && figures ? <figures.Figures result={result} /> : children}
      <EngineStatus
        computation={state}
        facts={[
          answered?.kind === 'drawn'
            ? `no weights: numbers of variance 1, seed ${answered.seed}`
            : forward.input && weightsWords(forward.input.weights),
          result && `${result.tokens} tokens, ${result.embedDim / result.width} heads`,
        ]}
        stillWorks="what stands above was computed before"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['scaled-dot-product']} />
      </EngineStatus>
      <NumberTable result={result} />
    </Widget>
  );
}

function sourceOf(
  name: SourceName,
  seed: number,
  { trace, config }: NonNullable<Forward['result']>,
): Source {
  if (name === 'random') return { kind: 'drawn', seed, ...published };
  const at = (part: string) => trace[`blocks.0.attention.${part}`]!;
  return {
    kind: 'given',
    queries: at('queries').values,
    keys: at('keys').values,
    values: at('values').values,
    tokens: at('queries').shape[1]!,
    embedDim: config.embedDim,
    numHeads: config.numHeads,
  };
}
