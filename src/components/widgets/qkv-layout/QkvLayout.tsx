/** One matrix or three: q, k and v made in several ways from the same weights, and one way that only looks the same. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { Button } from '../../controls/Button.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { outsideWords, useModelInput } from '../../model/model-input.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import { defaults } from './settings.ts';

export default function QkvLayout({ children }: { children?: ComponentChildren }) {
  const [{ block, column }, setSettings] = useState(defaults);
  const input = useModelInput();
  const request = useMemo(
    () => input && (() => ({ weights: input.weights, image: input.image, block })),
    [input, block],
  );
  const [computation, tryAgain] = useComputation('qkv-layout', 'qkvLayouts', request);
  const { result } = computation;
  const blocks = Array.from({ length: result?.config.depth ?? 3 }, (_, i) => String(i + 1));
  const choose = (chosen: number) => setSettings((before) => ({ ...before, column: chosen }));
  return (
    <Widget
      name="qkv-layout"
      titleId="qkv-title"
      title="One matrix or three"
      intro="Choose a column and see what it makes in either order."
      state={computation.state}
      backend={computation.backend}
    >
      <div class="ctl">
        <span class="f">
          <span>block</span>
          <Segmented
            label="Block"
            value={String(block + 1)}
            choices={blocks}
            onInput={(value) => setSettings((before) => ({ ...before, block: Number(value) - 1 }))}
          />
        </span>
        <Button label="Reset" onPress={() => setSettings(defaults)} />
      </div>
      {result ? (
        <Figures
          result={result}
          column={Math.min(column, 3 * result.config.embedDim - 1)}
          onChoose={choose}
        />
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={[
          result && `${result.tokens} tokens of ${result.config.embedDim} numbers`,
          input && weightsWords(input.weights),
          input && outsideWords(input),
        ]}
        stillWorks="what stands above was computed before"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['attention']} />
      </EngineStatus>
      <NumberTable result={result} />
    </Widget>
  );
}
