/** What there is to be seen in one row of attention, in a sentence or two. */
import { heaviest, matrixRow, type AttentionHead } from '../../../lib/figures/attention-head.ts';
import { effectiveCount } from '../../../lib/figures/attention.ts';
import { directionWords, tokenWords } from '../../../lib/figures/token-names.ts';

export function seen(head: AttentionHead, query: number, key: number): string {
  const row = matrixRow(head.weights, head.tokens, query);
  const grid = Math.sqrt(head.tokens - 1);
  const most = heaviest(head, query);
  const first = `${capital(tokenWords(query))} puts ${percent(row[most]!)} of its weight on ${other(query, most, grid)}`;
  const chosen =
    key === most ? '' : `, and ${percent(row[key]!)} on ${other(query, key, grid)}, the chosen key`;
  const spread = effectiveCount(row).toFixed(1);
  return `${first}${chosen}. Its row spreads over ${spread} effective tokens of ${head.tokens}.`;
}

/** "patch 33, 1 down and 1 to the right" */
function other(from: number, to: number, grid: number): string {
  if (from === to) return 'itself';
  const direction = directionWords(from, to, grid);
  return direction ? `${tokenWords(to)}, ${direction}` : tokenWords(to);
}

/** "41 %"; small shares keep a digit, and what is almost nothing says so. */
export function percent(share: number): string {
  const value = 100 * share;
  if (value >= 9.95) return `${Math.round(value)} %`;
  if (value >= 0.095) return `${value.toFixed(1)} %`;
  return value === 0 ? 'nothing' : 'less than 0.1 %';
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
