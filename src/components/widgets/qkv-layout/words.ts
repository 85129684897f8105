/** What there is to be seen when a qkv matrix is cut or read in another order. */
import type { QkvLayoutsResult } from '../../../lib/engine/computations/qkv-layouts.ts';
import { agreement, scientific } from '../../../lib/figures/small-numbers.ts';
import { columnAt, type QkvLayout, type QkvPart } from '../../../lib/model/qkv-columns.ts';

const partNames: Record<QkvPart, string> = { q: 'query', k: 'key', v: 'value' };

/** "number 6 of the key of head 1" */
export function columnName(column: number, D: number, H: number, layout: QkvLayout): string {
  const { part, head, number } = columnAt(column, D, H, layout);
  return `number ${number + 1} of the ${partNames[part]} of head ${head + 1}`;
}

export function columnSeen(column: number, D: number, H: number): string {
  const [one, other] = (['blocks', 'woven'] as const).map((layout) =>
    columnName(column, D, H, layout),
  );
  const reading = `Column ${column + 1} of ${3 * D} makes ${one} in timm’s order`;
  return one === other
    ? `${reading}, and the same in the other.`
    : `${reading}, and ${other} in the other.`;
}

export function differencesSeen({ differences, largest }: QkvLayoutsResult): string {
  const { three, misread } = differences;
  return (
    `One matrix and three give ${three === 0 ? 'exactly the same' : `outputs that are ${agreement(three)}`}. ` +
    `Read in the other order, the same matrix gives outputs that differ by up to ${scientific(misread)}, ` +
    `where the largest output is ${scientific(largest)}.`
  );
}
