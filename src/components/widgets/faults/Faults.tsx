/** What can go wrong, what is promised then, and the tests that hold it: as they were run, nothing is tried in the page. */
import faults from '../../../../content/faults.json';
import { counted } from '../../../lib/figures/words.ts';
import type { FaultRecord, FaultRow } from '../../../lib/io/fault-record.ts';
import { StatusLine } from '../../controls/StatusLine.tsx';
import './faults.css';

const committed = faults as FaultRecord;

const parts: [part: FaultRow['part'], title: string][] = [
  ['GPU', 'Faults of the GPU, and of its numbers'],
  ['page', 'Faults of the page, and of its storage'],
];

export function Faults({ record = committed }: { record?: FaultRecord }) {
  const { date, browser, rows } = record;
  return (
    <section class="widget" aria-labelledby="faults-title">
      <header>
        <h2 id="faults-title">Faults</h2>
        <p>What can go wrong, and what is promised then.</p>
      </header>
      <div class="scroll faults" role="region" aria-label="Faults, a table" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">fault</th>
              <th scope="col" class="l">
                promise
              </th>
              <th scope="col" class="l">
                held by
              </th>
            </tr>
          </thead>
          {parts.map(([part, title]) => (
            <tbody key={part}>
              <tr>
                <th scope="rowgroup" colSpan={3}>
                  {title}
                </th>
              </tr>
              {rows.filter((row) => row.part === part).map(promiseRow)}
            </tbody>
          ))}
        </table>
      </div>
      <StatusLine facts={[`tested on ${date}`, browser]} />
    </section>
  );
}

const promiseRow = (row: FaultRow) => (
  <tr key={row.fault}>
    <th scope="row">{row.fault}</th>
    <td class="l">{row.promise}</td>
    <td class="l">{heldBy(row)}</td>
  </tr>
);

/** "2 tests, 19 cases", or how many of the cases failed. */
export function heldBy({ tests }: Pick<FaultRow, 'tests'>): string {
  const sum = (of: 'passed' | 'failed') => tests.reduce((total, test) => total + test[of], 0);
  const [passed, failed] = [sum('passed'), sum('failed')];
  const missing = tests.filter((test) => test.passed + test.failed === 0).length;
  if (missing > 0) return `not held: ${counted(missing, 'test')} of ${tests.length} did not run`;
  if (failed > 0) return `not held: ${failed} of ${counted(passed + failed, 'case')} failed`;
  const held = counted(tests.length, 'test');
  return passed > tests.length ? `${held}, ${counted(passed, 'case')}` : held;
}
