/** The block inspector: what the blocks do to a token of the reader's picture. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { outsideWords } from '../../model/model-input.ts';
import { pictureOfInput } from '../../model/PatchPicture.tsx';
import { useForward } from '../../model/shared-forward.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';

export default function BlockInspector({ children }: { children?: ComponentChildren }) {
  const [forward, tryAgain] = useForward();
  const [token, setToken] = useState(0);
  const { result, input } = forward;
  const tokens = result?.trace['embedded']?.shape[0] ?? Infinity;
  const chosen = token < tokens ? token : 0;
  return (
    <Widget
      name="block-inspector"
      title="Block inspector"
      intro="Choose a token and follow it through the blocks."
      state={forward.state}
      backend={forward.backend}
    >
      <div class="ctl">
        <button class="btn" type="button" aria-pressed={chosen === 0} onClick={() => setToken(0)}>
          Class token
        </button>
        <button class="btn" type="button" onClick={() => setToken(0)}>
          Reset
        </button>
      </div>
      {result && input ? (
        <Figures result={result} image={pictureOfInput(input)} token={chosen} onChoose={setToken} />
      ) : (
        children
      )}
      <EngineStatus
        computation={forward}
        facts={[input && weightsWords(input.weights), input && outsideWords(input)]}
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['encoder-block']} />
      </EngineStatus>
      <NumberTable result={result} token={chosen} />
    </Widget>
  );
}
