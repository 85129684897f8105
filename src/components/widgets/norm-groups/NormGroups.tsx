/** Which numbers are averaged together: a batch through five norms, one number of it in full. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { ComputationName } from '../../../lib/engine/protocol.ts';
import type { Place } from '../../../lib/figures/norm-groups.ts';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { outsideWords } from '../../model/model-input.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation, type Computation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { normRequest, type NormAsked } from './batch.ts';
import { Controls } from './Controls.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import { defaults, type NormSettings } from './settings.ts';
import { useBatch } from './use-batch.ts';
import { called } from './words.ts';

/** The figures, drawn when the site was built, are the children. */
export default function NormGroups({ children }: { children?: ComponentChildren }) {
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<NormSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const onPlace = useCallback((place: Place) => change({ place }), []);
  const {
    input,
    computation: tokens,
    batch,
    tryAgain: tokensAgain,
  } = useBatch('norm-groups-batch');
  const askNorm = useMemo(
    () => batch && (() => normRequest(batch.result, batch.names, settings)),
    [batch, JSON.stringify({ ...settings, place: null, after: null })],
  );
  const [normed, normedAgain] = useComputation('norm-groups', 'normalise', askNorm ?? null);
  const computation = together(tokens, normed);
  const [result, asked] = [normed.result, normed.request as NormAsked | undefined];
  return (
    <Widget
      name="norm-groups"
      title="Which numbers are averaged together"
      intro="Choose a norm, then any number of the batch."
      state={computation.state}
      backend={computation.backend}
    >
      <Controls
        settings={settings}
        change={change}
        channels={asked?.shape[2] ?? settings.groups}
        last={asked ? called(asked.names[settings.batch - 1]!) : 'the last picture'}
      />
      {result && asked ? (
        <Figures
          asked={asked}
          result={result}
          {...{ place: settings.place, after: settings.after, onPlace }}
        />
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={[
          input && weightsWords(input.weights),
          settings.source === 'pixels' ? 'pixels: no weights, gain 1, offset 0' : null,
          input && outsideWords(input),
        ]}
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={() => (tokens.state === 'failed' ? tokensAgain() : normedAgain())}
      >
        <DeviceCheck stages={['layer-norm', 'batch-norm', 'rms-norm', 'group-norm']} />
      </EngineStatus>
      <NumberTable asked={asked} result={result} place={settings.place} />
    </Widget>
  );
}

/** The state of two computations, the second of which takes what the first has found. */
function together(
  first: Computation<'batchTokens'>,
  second: Computation<'normalise'>,
): Computation<ComputationName> {
  if (first.state === 'failed' || !first.result) return first;
  return first.state === 'busy' ? { ...second, state: 'busy' } : second;
}
