import { useRef } from 'preact/hooks';
import type { DamagedRun } from '../../../lib/engine/runs/run-list.ts';
import type { RunSummary } from '../../../lib/io/run-document.ts';
import { DeleteRun } from './RunActions.tsx';
import { RunBody, type RunCalls } from './RunBody.tsx';
import { comparedWith, runRow } from './runs-state.ts';
import './runs.css';

export interface RunsProps extends RunCalls {
  /** In the order in which they are shown. */
  runs: readonly RunSummary[];
  damaged: readonly DamagedRun[];
  /** The run whose figures the lab shows. */
  current: string | null;
  /** Ids of the runs whose curves are laid over it, the first chosen first. */
  compared: readonly string[];
  onCompare: (compared: string[]) => void;
}

const columns = ['run', 'differs in', 'parameters', 'steps', 'validation loss', 'validation accuracy']; // prettier-ignore

/** The runs kept on this device: compare, open, name, keep, export, delete. */
export function Runs({ runs, damaged, current, compared, onCompare, ...calls }: RunsProps) {
  const root = useRef<HTMLDivElement>(null);
  const shown = { current, compared };
  const onDelete = (id: string) => {
    root.current?.focus();
    calls.onDelete(id);
  };
  return (
    <div class="runs" ref={root} tabIndex={-1} role="group" aria-label="Runs">
      {runs.length === 0 && <p class="runs-note">No run is kept here yet.</p>}
      {runs.length > 0 && (
        <table role="table" aria-label="Runs">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                compare
              </th>
              {columns.map((name) => (
                <th key={name} role="columnheader" scope="col">
                  {name}
                </th>
              ))}
              <th role="columnheader" scope="col">
                <span class="vh">actions</span>
              </th>
            </tr>
          </thead>
          {runs.map((run) => (
            <RunBody
              key={run.id}
              {...calls}
              row={runRow(run, shown)}
              current={run.id === current}
              compared={compared.includes(run.id)}
              onDelete={onDelete}
              onCompare={(ticked) => onCompare(comparedWith(shown, run.id, ticked))}
            />
          ))}
        </table>
      )}
      {damaged.length > 0 && <Damaged damaged={damaged} onDelete={onDelete} />}
    </div>
  );
}

interface DamagedProps {
  damaged: readonly DamagedRun[];
  onDelete: (id: string) => void;
}

/** What is stored but cannot be read. */
function Damaged({ damaged, onDelete }: DamagedProps) {
  return (
    <ul class="runs-damaged" aria-label="Runs that cannot be read">
      {damaged.map(({ id, reason }) => (
        <li key={id}>
          <span>A stored run cannot be read. {reason}</span>
          <DeleteRun name={`the damaged run ${id}`} onDelete={() => onDelete(id)} />
        </li>
      ))}
    </ul>
  );
}
