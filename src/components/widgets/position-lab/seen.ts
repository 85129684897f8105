/** What there is to be seen in the lab's figures, in a sentence or two. */
import {
  fallingSteps,
  firstTurn,
  layoutOf,
  nearest,
  type Likeness,
} from '../../../lib/figures/positions.ts';
import { whole } from '../../../lib/figures/words.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import type { TableKind } from './settings.ts';

/** "24, in row 3 and column 3" */
export function placeName(position: number, count: number): string {
  const { rows, columns } = layoutOf(count);
  if (rows === 1) return String(position);
  return `${position}, in row ${Math.floor(position / columns)} and column ${position % columns}`;
}

/** The sentences for a table: whom the chosen position is like, and whether distance grows with the steps. */
export function seen(
  kind: TableKind,
  likeness: Likeness,
  curve: readonly number[],
  position: number,
): string {
  if (kind === 'none')
    return 'Without positions every row is zero: nothing tells one place from another.';
  return `${alike(likeness, position)} ${course(curve)}`;
}

function alike(likeness: Likeness, position: number): string {
  const { cosines, count } = likeness;
  const { rows, columns } = layoutOf(count);
  const cosine = (to: number) => signed(cosines[position * count + to]!, 2);
  const near = nearest(likeness, position);
  const one = near.length === 1 ? 'is' : 'are';
  const first = `Most like position ${position} ${one} ${listed(near)}, with a cosine of ${cosine(near[0]!)}.`;
  const below = position + columns < count ? position + columns : position - columns;
  if (rows === 1 || near.includes(below)) return first;
  const side = below > position ? 'below' : 'above';
  return `${first} The patch right ${side} it, ${below}, has ${cosine(below)}.`;
}

function course(curve: readonly number[]): string {
  const turn = firstTurn(curve);
  const last = curve.length - 1;
  const at = (k: number) => curve[k]!.toFixed(2);
  if (turn === null)
    return `The distance grows with every step, up to ${at(last)} at ${whole(last)} steps.`;
  return (
    `The distance grows up to ${turn} steps, ${at(turn)}, and then turns: ${at(turn + 1)} at ${turn + 1}. ` +
    `Of the ${whole(last)} steps, ${whole(fallingSteps(curve))} lead down.`
  );
}

function listed(items: readonly number[]): string {
  if (items.length < 2) return String(items[0]);
  if (items.length > 6) return `${items.length} others`;
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
