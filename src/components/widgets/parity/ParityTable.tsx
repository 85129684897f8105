/** Every stage against PyTorch: our errors, and on a press those of the reader's own device. */
import { useState } from 'preact/hooks';
import parity from '../../../../content/parity.json';
import type { Largest, ParityTable as Table } from '../../../lib/parity/rows.ts';
import { Button } from '../../controls/Button.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { checkDevice, largestError, rowKey, unchecked, type Check } from './device-check.ts';

interface ParityTableProps {
  /** Stages whose fixture the page can fetch. */
  stages: string[];
}

const { rows } = parity as Table;

export default function ParityTable({ stages }: ParityTableProps) {
  const [check, setCheck] = useState(unchecked);
  const running = check.state === 'loading' || check.state === 'busy';
  return (
    <section
      class="widget"
      aria-labelledby="parity-title"
      data-widget="parity"
      data-state={check.state}
      data-backend={check.engine?.backend}
    >
      <header>
        <h2 id="parity-title">Largest errors</h2>
        <p>Press the button to run the same numbers through your own device.</p>
      </header>
      <div class="ctl">
        <Button
          label="Check on this device"
          primary
          reason={running ? 'The check is running.' : null}
          onPress={() => void checkDevice(stages, setCheck)}
        />
        <span role="status">{progress(check, stages.length)}</span>
      </div>
      <div class="scroll" role="region" aria-label="Largest errors, a table" tabIndex={0}>
        <ErrorTable check={check} />
      </div>
      <StatusLine failed={check.state === 'failed'} facts={facts(check)} />
    </section>
  );
}

function ErrorTable({ check }: { check: Check }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">stage</th>
          <th scope="col" class="l">
            variant
          </th>
          <th scope="col">tensors</th>
          {['CPU', 'WebGL', 'here'].flatMap((where) => [
            <th scope="col">{where}, forward</th>,
            <th scope="col">gradient</th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ stage, variant, compared, cpu, webgl }) => (
          <tr key={rowKey(stage, variant)}>
            <th scope="row">{stage}</th>
            <td class="l">{inLabelFace(variant)}</td>
            <td>{compared}</td>
            <ErrorCells errors={cpu} />
            <ErrorCells errors={webgl} />
            <ErrorCells errors={check.errors[rowKey(stage, variant)] ?? null} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ErrorCells({ errors }: { errors: Largest | null }) {
  return (
    <>
      <td>{scientific(errors?.forward)}</td>
      <td>{scientific(errors?.gradient)}</td>
    </>
  );
}

/** The face of labels has no Greek. */
const inLabelFace = (words: string) => words.replace('ε', 'epsilon');

/** 1.2e−7; a dash where nothing was measured. */
function scientific(value: number | null | undefined): string {
  if (value == null) return '–';
  return value === 0 ? '0' : value.toExponential(1).replace('-', '−');
}

function progress({ state, done, errors }: Check, stages: number): string {
  if (state === 'poster') return '';
  if (state === 'loading') return 'Starting the engine';
  if (state === 'busy') return `${done} of ${stages} stages checked`;
  const found = `Largest error on this device: ${scientific(largestError(errors))}`;
  return state === 'ready' ? found : `${done} of ${stages} stages checked. ${found}`;
}

function facts({ state, engine, failure }: Check): (string | undefined)[] {
  if (state === 'failed') return [`The check stopped: ${failure}. Press the button to try again.`];
  if (!engine) return ['the columns CPU and WebGL were measured when the stages were last changed'];
  const place = engine.where === 'worker' ? 'in a worker' : 'in the page';
  return ['computed here', engine.backend, place, engine.announcement ?? undefined];
}
