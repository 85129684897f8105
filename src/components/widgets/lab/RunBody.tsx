import { useId, useState } from 'preact/hooks';
import { DeleteRun, RenameRun, RunButton } from './RunActions.tsx';
import type { RunRow } from './runs-state.ts';

/** What a row asks for; each by the run's id. */
export interface RunCalls {
  onOpen: (id: string) => void;
  onRename: (id: string, name: string) => void;
  onPin: (id: string, pinned: boolean) => void;
  /** Its settings are to be shown by the knobs, for a run of its own. */
  onDuplicate: (id: string) => void;
  onDelete: (id: string) => void;
  onExport: (id: string) => void;
}

interface RunBodyProps extends RunCalls {
  row: RunRow;
  current: boolean;
  compared: boolean;
  onCompare: (ticked: boolean) => void;
}

/** A run's row, and below it what else can be done with it. */
export function RunBody({ row, current, compared, onCompare, ...calls }: RunBodyProps) {
  const [more, setMore] = useState(false);
  const moreId = useId();
  const { id, name, pinned } = row;
  return (
    <tbody role="rowgroup">
      <tr role="row" aria-current={current || undefined}>
        <td role="cell" class="run-compare">
          <label title={row.reason ?? undefined}>
            <input
              type="checkbox"
              aria-label={`Compare ${name}`}
              checked={current || compared}
              disabled={row.reason !== null && !compared}
              onChange={(event) => onCompare(event.currentTarget.checked)}
            />
            <LineSample dash={row.dash} />
          </label>
        </td>
        <th role="rowheader" scope="row">
          {name}
          {pinned && <small> pinned</small>}
        </th>
        <Cell name="differs in" text={row.differs} wide />
        <Cell name="parameters" text={row.parameters} />
        <Cell name="steps" text={row.steps} />
        <Cell name="validation loss" text={row.loss} />
        <Cell name="validation accuracy" text={row.accuracy} />
        <td role="cell" class="run-acts">
          {current ? (
            <span class="run-open">open now</span>
          ) : (
            <RunButton label="Open" of={name} onPress={() => calls.onOpen(id)} />
          )}
          <RunButton
            label={more ? 'Less' : 'More'}
            of={name}
            expanded={more}
            controls={more ? moreId : undefined}
            onPress={() => setMore(!more)}
          />
        </td>
      </tr>
      {more && (
        <tr role="row" class="run-more" id={moreId}>
          <td role="cell" colSpan={8}>
            <MoreActions row={row} {...calls} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** The second line of actions. */
export function MoreActions({ row: { id, name, pinned }, ...calls }: RunCalls & { row: RunRow }) {
  return (
    <div class="run-acts">
      <RenameRun name={name} onRename={(renamed) => calls.onRename(id, renamed)} />
      <RunButton
        label={pinned ? 'Unpin' : 'Pin'}
        of={name}
        onPress={() => calls.onPin(id, !pinned)}
      />
      <RunButton label="Duplicate and change" of={name} onPress={() => calls.onDuplicate(id)} />
      <RunButton label="Export" of={name} onPress={() => calls.onExport(id)} />
      <DeleteRun name={name} onDelete={() => calls.onDelete(id)} />
    </div>
  );
}

/** A cell that carries the name of its column, for where rows turn into blocks. */
function Cell({ name, text, wide }: { name: string; text: string; wide?: boolean }) {
  return (
    <td role="cell" class={wide ? 'l run-differs' : undefined} data-name={name}>
      {text}
    </td>
  );
}

/** How the run's curve is drawn; empty when it is not. */
function LineSample({ dash }: { dash: string | null }) {
  if (dash === null) return <svg class="run-line" width="26" height="3" aria-hidden="true" />;
  const ink = dash ? 'var(--ink-3)' : 'var(--ink)';
  return (
    <svg class="run-line" width="26" height="3" aria-hidden="true">
      <path d="M0 1.5H26" stroke={ink} stroke-width="2" stroke-dasharray={dash || undefined} />
    </svg>
  );
}
