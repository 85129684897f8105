/** The logit lens: the model's head put to a token after every block. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { isAnswerTo, outsideWords, useModelInput } from '../../model/model-input.ts';
import { pictureOfInput } from '../../model/PatchPicture.tsx';
import { useWhole } from '../../model/use-whole.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { answersAt, percent, placeName } from './words.ts';

export default function LogitLens({ children }: { children?: ComponentChildren }) {
  const [token, setToken] = useState(0);
  const input = useModelInput();
  const request = useMemo(
    () => input && (() => ({ weights: input.weights, image: input.image })),
    [input],
  );
  const [computation, tryAgain] = useComputation('logit-lens', 'logitLens', request);
  const { result, request: answered } = computation;
  const whole = useWhole(
    result && input && isAnswerTo(input, answered)
      ? { result, image: pictureOfInput(input) }
      : null,
  );
  const chosen = result && token < result.shape[1] ? token : 0;
  return (
    <Widget
      name="logit-lens"
      title="Logit lens"
      intro="Ask for the answer early, after every block."
      state={computation.state}
      backend={computation.backend}
    >
      <div class="ctl">
        <button class="btn" type="button" aria-pressed={chosen === 0} onClick={() => setToken(0)}>
          Class token
        </button>
      </div>
      {whole ? <Figures {...whole} token={chosen} onChoose={setToken} /> : children}
      <EngineStatus
        computation={computation}
        facts={[input && weightsWords(input.weights), input && outsideWords(input)]}
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['layer-norm', 'head']} />
      </EngineStatus>
      <details class="numbers">
        <summary>The numbers as a table</summary>
        {result && (
          <div class="scroll" tabIndex={0} role="group" aria-label="The head’s answers by block">
            <table>
              <thead>
                <tr>
                  <th scope="col">class</th>
                  {Array.from({ length: result.shape[0] }, (_, place) => (
                    <th key={place} scope="col">
                      {placeName(place).toLowerCase()}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {result.classNames.map((name, c) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {Array.from({ length: result.shape[0] }, (_, place) => (
                      <td key={place} data-number={`${name} ${place}`}>
                        {percent(answersAt(result, place, chosen)[c]!)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </details>
    </Widget>
  );
}
