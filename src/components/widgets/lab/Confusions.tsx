import { rampStop } from '../../../lib/figures/ramps.ts';
import { whole } from '../../../lib/figures/words.ts';
import type { LabEvaluation } from '../../../lib/engine/lab-protocol.ts';
import { Panel } from '../../figures/Panel.tsx';
import { useLab, type LabPartProps } from './lab-view.ts';

/** How often each kind of picture got each answer, over the whole validation set. */
export function Confusions({ store }: LabPartProps) {
  const evaluation = useLab(store, (state) => state.evaluation);
  const names = useLab(store, (state) => state.model?.classNames ?? null);
  const reading = evaluation
    ? `${whole(evaluation.count)} validation pictures at step ${whole(evaluation.step)}: rows are the truth, columns the answer.`
    : 'Rows are the truth, columns the answer.';
  return (
    <Panel class="half" title="Confusions." reading={reading}>
      {evaluation && names ? (
        <Matrix evaluation={evaluation} names={names} />
      ) : (
        <p class="nothing">Counted at the first evaluation.</p>
      )}
    </Panel>
  );
}

/** Letters of a class's name that head its column; the whole name is there for the ear and the pointer. */
const shortName = (name: string) => name.slice(0, 2);

function Matrix({ evaluation, names }: { evaluation: LabEvaluation; names: readonly string[] }) {
  const { confusion } = evaluation;
  const rows = names.map((name, label) => {
    return { name, counts: [...confusion.subarray(label * names.length, (label + 1) * names.length)] }; // prettier-ignore
  });
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label="Confusions">
      <table class="confusions" data-step={evaluation.step}>
        <thead>
          <tr>
            <td />
            {names.map((name) => (
              <th key={name} scope="col" title={name}>
                <span aria-hidden="true">{shortName(name)}</span>
                <span class="vh">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, counts }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {counts.map((count, answer) => (
                <Cell key={answer} count={count} total={sum(counts)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Its colour is the share of the row; few are left without a number, so that the many can be read. */
function Cell({ count, total }: { count: number; total: number }) {
  const stop = rampStop(total === 0 ? 0 : count / total);
  const colour = stop > 4 ? 'var(--paper)' : 'var(--ink)';
  return <td style={`background:var(--seq-${stop});color:${colour}`}>{count || ''}</td>;
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
