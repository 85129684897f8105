/** The columns of a fused qkv matrix in rows of D, each with its letter and hue, as markup. */
import { escapeMarkup } from './markup.ts';

export interface ColumnMark {
  part: 'q' | 'k' | 'v';
  /** From 0. */
  head: number;
}

const hues = { q: '--query', k: '--key', v: '--value' };
const [cell, gutter, height] = [10, 16, 20];

/** Three rows of D cells; over a row stands where a head begins. */
export function qkvColumnsFigure(columns: readonly ColumnMark[], name: string): string {
  const D = columns.length / 3;
  const x = (c: number) => (c % D) * cell;
  const top = (c: number) => Math.floor(c / D) * (gutter + height);
  const marks = columns.map((column, c) => ({ ...column, c }));
  const cells = (['q', 'k', 'v'] as const).map((part) => {
    const own = marks.filter((mark) => mark.part === part);
    const path = own.map(
      ({ c }) => `M${x(c)} ${top(c) + gutter}h${cell - 1}v${height}h-${cell - 1}z`,
    );
    return `<path fill="var(${hues[part]})" d="${path.join('')}"/>`;
  });
  const letters = [0, 1, 2].map((row) => {
    const own = marks.slice(row * D, (row + 1) * D);
    const places = own.map(({ c }) => x(c) + 4.5).join(' ');
    const text = own.map(({ part }) => part).join('');
    return `<text class="letters" x="${places}" y="${top(row * D) + gutter + 14}">${text}</text>`;
  });
  const begins = marks.filter(({ c, head }) => c % D === 0 || head !== columns[c - 1]!.head);
  const heads = begins.map(
    ({ c, head }) =>
      `<path d="M${x(c) + 0.5} ${top(c) + 3}V${top(c) + gutter}" stroke="var(--rule-2)"/>` +
      `<text x="${x(c) + 4}" y="${top(c) + 12}">head ${head + 1}</text>`,
  );
  const inner = cells.join('') + letters.join('') + heads.join('');
  return `<svg class="qkv-columns" viewBox="0 0 ${D * cell} ${3 * (gutter + height)}" role="img" aria-label="${escapeMarkup(name)}">${inner}</svg>`;
}
