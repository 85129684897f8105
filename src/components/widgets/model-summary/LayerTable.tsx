import { useState } from 'preact/hooks';
import type { Summary, SummaryRow } from '../../../lib/model/summary.ts';
import { whole } from './words.ts';

interface LayerTableProps {
  made: Summary;
  /** L. */
  depth: number;
}

const shape = (sides: number[]) => `[${sides.join(', ')}]`;

/** The block that a layer belongs to, from 0; null outside the blocks. */
function blockOf({ name }: SummaryRow): number | null {
  const match = /^blocks\.(\d+)\./.exec(name);
  return match ? Number(match[1]) : null;
}

/** Every layer; of the blocks, which are all alike, the first alone until all are asked for. */
export function LayerTable({ made, depth }: LayerTableProps) {
  const [all, setAll] = useState(false);
  const rows = made.rows.filter((row) => all || (blockOf(row) ?? 0) === 0);
  const others = depth - 1;
  return (
    <>
      <div class="scroll" tabIndex={0} role="group" aria-label="Every layer of the model">
        <table class="summary-layers">
          <thead>
            <tr>
              {['layer', 'input', 'output', 'parameters', 'multiply-adds', 'trained'].map(
                (name) => (
                  <th
                    key={name}
                    scope="col"
                    class={name === 'parameters' || name === 'multiply-adds' ? '' : 'l'}
                  >
                    {name}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.name} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {others > 0 && (
        <p class="summary-more">
          {all
            ? `All ${depth} blocks are listed.`
            : `Blocks 2 to ${depth} have the same layers as block 1.`}{' '}
          <button class="btn" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'List the first block only' : `List all ${depth} blocks`}
          </button>
        </p>
      )}
    </>
  );
}

function Row({ row }: { row: SummaryRow }) {
  const count = (value: number) => (value === 0 ? '–' : whole(value));
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td class="l">{shape(row.inputShape)}</td>
      <td class="l">{shape(row.outputShape)}</td>
      <td>{count(row.parameters)}</td>
      <td>{count(row.multiplyAdds)}</td>
      <td class="l">{row.parameters === 0 ? '–' : row.trainable ? 'yes' : 'frozen'}</td>
    </tr>
  );
}
