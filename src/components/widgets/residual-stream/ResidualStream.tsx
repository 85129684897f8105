/** The residual stream: how long it is, and what each branch adds, in the reader's own pass. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { outsideWords } from '../../model/model-input.ts';
import { useForward } from '../../model/shared-forward.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { Figures } from './Figures.tsx';
import { followed, stepsOf, type Followed, type Step } from './stream.ts';

export default function ResidualStream({ children }: { children?: ComponentChildren }) {
  const [which, setWhich] = useState<Followed>('class token');
  const [forward, tryAgain] = useForward();
  const { result, input } = forward;
  const steps = useMemo(() => result && stepsOf(result, which), [result, which]);
  return (
    <section
      class="widget"
      data-widget="residual-stream"
      data-state={forward.state}
      data-backend={forward.backend}
      aria-labelledby="stream-title"
    >
      <header>
        <h3 id="stream-title">What the branches add</h3>
        <p>Follow the class token, or the patches.</p>
      </header>
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
    </section>
  );
}

/** Each branch with its lengths; written only while it is open. */
function NumberTable({ steps }: { steps: readonly Step[] | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && !steps && <p class="pt">Nothing has been computed yet.</p>}
      {open && steps && (
        <div tabIndex={0} role="group" aria-label="Each branch">
          <table>
            <thead>
              <tr>
                {['branch', 'stream before', 'added', 'stream after', 'cosine'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
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
    </details>
  );
}
