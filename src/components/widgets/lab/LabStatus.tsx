import { useState } from 'preact/hooks';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { OwnModel } from './OwnModel.tsx';
import { phaseOf, type LabState } from './lab-state.ts';
import type { LabStore } from './lab-store.ts';
import { Tables } from './Tables.tsx';
import { milliseconds } from './lab-words.ts';
import { useLab, type LabPartProps } from './lab-view.ts';

/** The lab's status line: where and how fast it computes, or what failed; the numbers as tables under it. */
export function LabStatus({ store }: LabPartProps) {
  const failure = useLab(store, (state) => state.failure);
  const facts = useLab(store, (state) => statusFacts(state).join('|')).split('|');
  const [open, setOpen] = useState(false);
  return (
    <div class="lab-end">
      <OwnModel store={store} />
      <StatusLine failed={failure !== null} facts={facts}>
        {failure !== null && (
          <button type="button" onClick={() => retry(store)}>
            Try again
          </button>
        )}
        <button
          type="button"
          aria-expanded={open}
          aria-controls="lab-tables"
          onClick={() => setOpen(!open)}
        >
          The numbers as tables
        </button>
      </StatusLine>
      <div id="lab-tables" class="tables" hidden={!open}>
        {open && <Tables store={store} />}
      </div>
    </div>
  );
}

function retry(store: LabStore): void {
  if (store.state.value.engine) store.dispatch({ type: 'press', button: 'reset' });
  else void store.start();
}

/** Whether the run would be found again. */
function keptWords({ kept, unkept }: LabState): string {
  if (unkept !== null) return `not kept: ${unkept}`;
  if (!kept) return '';
  return `kept ${kept.lasting ? 'on this device' : 'while this page is open,'} at step ${kept.step}`;
}

/** Facts for the status line, in words. */
export function statusFacts(state: LabState): string[] {
  const { engine, built, progress, snapshot, failure } = state;
  if (failure !== null)
    return [
      failure,
      built ? 'the curves and maps stay as they were' : 'the book itself needs no engine',
    ];
  const phase = phaseOf(state);
  if (phase === 'poster') return ['drawn when the site was built'];
  if (!engine) return ['starting the engine'];
  const where = `${engine.backend}${engine.where === 'page' ? ', in the page itself' : ''}`;
  if (!built) return ['fetching pictures', where, engine.announcement ?? ''].filter(Boolean);
  const pace = (1000 * built.batchSize) / progress.imagesPerSecond;
  return [
    'computed here',
    where,
    progress.imagesPerSecond ? `${milliseconds(pace)} a step` : '',
    `seed ${built.seed}`,
    snapshot ? `maps of step ${snapshot.step}` : '',
    keptWords(state),
    engine.announcement ?? '',
  ].filter(Boolean);
}
