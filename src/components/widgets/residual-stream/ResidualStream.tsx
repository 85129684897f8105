/** The residual stream: how long it is, and what each branch adds, in the reader's own pass. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import { outsideWords } from '../../model/model-input.ts';
import { useForward } from '../../model/shared-forward.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { followed, stepsOf, type Followed, type Step } from './stream.ts';

export default function ResidualStream({ children }: { children?: ComponentChildren }) {
  const [which, setWhich] = useState<Followed>('class token');
  const [forward, tryAgain] = useForward();
  const { result, input } = forward;
  const steps = useMemo(() => result && stepsOf(result, which), [result, which]);
  return (
    <Widget
      name="residual-stream"
      titleId="stream-title"
      title="What the branches add"
      intro="Follow the class token, or the patches."
      state={forward.state}
      backend={forward.backend}
    >
      <div class="ctl">
        <span class="f">
          <span>follow</span>
          <Segmented
            label="Follow"
            value={which}
            choices={followed}
            onInput={(value) => setWhich(value as Followed)}
          />
        </span>
      </div>
      {steps ? <Figures steps={steps} which={which} /> : children}
      <EngineStatus
        computation={forward}
        facts={
          input
            ? [
                `stream [${result?.trace['embedded']?.shape.join(', ')}]`,
                weightsWords(input.weights),
                outsideWords(input),
              ]
            : []
        }
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['encoder-block']} />
      </EngineStatus>
      <NumberTable steps={steps} />
    </Widget>
  );
}

/** Each branch with its lengths. */
function NumberTable({ steps }: { steps: readonly Step[] | undefined }) {
  return (
    <Numbers of={steps}>
      {(steps) => (
        <div tabIndex={0} role="group" aria-label="Each branch">
          <table>
            <HeadRow of={['branch', 'stream before', 'added', 'stream after', 'cosine']} />
            <tbody>
              {steps.map(({ branch, block, before, added, after, cosine }) => (
                <tr key={`${block} ${branch}`}>
                  <th scope="row">
                    block {block + 1}, {branch}
                  </th>
                  <td>{before.toFixed(3)}</td>
                  <td>{added.toFixed(3)}</td>
                  <td>{after.toFixed(3)}</td>
                  <td>{signed(cosine, 3)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Numbers>
  );
}
