import type { RearrangeImageResult } from '../../../lib/engine/computations/rearrange-image.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { Numbers } from '../../figures/Numbers.tsx';

interface NumberTableProps {
  result: RearrangeImageResult | undefined;
  inChannels: number;
}

const rows = 8;

/** The beginning of the first rows of what came out; written only while it is open. */
export function NumberTable({ result, inChannels }: NumberTableProps) {
  return (
    <Numbers of={result}>{(result) => <Table result={result} inChannels={inChannels} />}</Numbers>
  );
}

function Table({ result, inChannels }: NumberTableProps & { result: RearrangeImageResult }) {
  const width = result.shape.at(-1) ?? 1;
  const columns = Array.from({ length: Math.min(width, 4 * inChannels) }, (_, j) => j);
  const count = Math.min(rows, result.numbers.length / width);
  return (
    <div tabIndex={0} role="group" aria-label="The beginning of the result">
      <table>
        <caption>
          The first {columns.length} of {width} numbers of the first {count} rows
        </caption>
        <tbody>
          {Array.from({ length: count }, (_, n) => (
            <tr key={n}>
              <th scope="row">row {n + 1}</th>
              {columns.map((j) => (
                <td key={j}>{signed(result.numbers[n * width + j]!)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
