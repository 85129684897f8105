/** A batch on its way through the blocks: a line for each sample, a mark where a branch was added to it, as markup. */
import { escapeMarkup } from './markup.ts';
import { linearScale, tenth } from './scale.ts';

export interface DropPathFigure {
  /** The rate of each block, [L]. */
  rates: readonly number[];
  /** Whether a branch was kept: [L, 2, B], attention first. */
  kept: readonly boolean[];
  batch: number;
  /** Each sample's name. */
  names: readonly string[];
}

const margin = { left: 104, right: 76, top: 8, bottom: 6 };
const barHeight = 64;
const rowHeight = 26;
const gap = 44;

export const dropPathHeight = (batch: number) =>
  margin.top + barHeight + gap + batch * rowHeight + margin.bottom;

/** Branches that a sample kept, halved: how many blocks' worth it passed. */
export function depthsOf({ kept, batch }: Pick<DropPathFigure, 'kept' | 'batch'>): number[] {
  return Array.from(
    { length: batch },
    (_, sample) => kept.filter((one, i) => one && i % batch === sample).length / 2,
  );
}

/** How many times both branches of a block were dropped for a sample. */
export function vanished({ kept, batch }: Pick<DropPathFigure, 'kept' | 'batch'>): number {
  let count = 0;
  for (let block = 0; block < kept.length / batch / 2; block++)
    for (let sample = 0; sample < batch; sample++) {
      const at = 2 * block * batch + sample;
      if (!kept[at] && !kept[at + batch]) count += 1;
    }
  return count;
}

export function dropPathFigure(figure: DropPathFigure, width: number): string {
  const { rates, batch, names } = figure;
  const height = dropPathHeight(batch);
  const depths = depthsOf(figure);
  const narrow = width < 520;
  const left = narrow ? 8 : margin.left;
  const x = linearScale([0, rates.length], [left, width - margin.right]);
  const top = margin.top + barHeight + gap;
  const rows = Array.from({ length: batch }, (_, sample) => {
    const y = top + (sample + 0.5) * rowHeight;
    const name = narrow ? '' : `<text x="0" y="${y + 4}">${escapeMarkup(names[sample]!)}</text>`;
    const line = `<path d="M${left} ${y}H${width - margin.right}" stroke="var(--ink)" stroke-width="1.5"/>`;
    const depth = `<text x="${width - margin.right + 8}" y="${y + 4}" fill="var(--ink)">${depths[sample]} of ${rates.length}</text>`;
    return name + line + marks(figure, sample, y, x) + depth;
  });
  const words = names.map((name, sample) => `${name} ${depths[sample]}`).join(', ');
  const label = `${batch} samples through ${rates.length} blocks, each with two branches. Blocks' worth of branches kept: ${words}.`;
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(label)}">` +
    bars(rates, x) +
    rows.join('') +
    '</svg>'
  );
}

/** Two marks for each block: full where the branch was added, an empty ring where it was dropped. */
function marks(
  { rates, kept, batch }: DropPathFigure,
  sample: number,
  y: number,
  x: (value: number) => number,
): string {
  const radius = Math.min(6, (x(1) - x(0)) * 0.2);
  return rates
    .flatMap((_, block) => [0, 1].map((branch) => ({ block, branch })))
    .map(({ block, branch }) => {
      const stays = kept[(2 * block + branch) * batch + sample];
      const cx = tenth(x(block + 0.28 + 0.44 * branch));
      const fill = stays ? 'var(--ink)' : 'var(--paper)';
      const stroke = stays ? 'var(--ink)' : 'var(--rule-2)';
      const size = stays ? radius : Math.min(3, radius);
      return branch === 0
        ? `<circle cx="${cx}" cy="${y}" r="${tenth(size)}" fill="${fill}" stroke="${stroke}"/>`
        : `<rect x="${tenth(cx - size)}" y="${tenth(y - size)}" width="${tenth(2 * size)}" height="${tenth(2 * size)}" fill="${fill}" stroke="${stroke}"/>`;
    })
    .join('');
}

/** The rate of each block, from 0 to 1. */
function bars(rates: readonly number[], x: (value: number) => number): string {
  const bottom = margin.top + barHeight;
  const wide = (x(1) - x(0)) * 0.56;
  const every = Math.ceil(34 / (x(1) - x(0)));
  const drawn = rates.map((rate, block) => {
    const middle = x(block + 0.5);
    const high = rate * (barHeight - 14);
    const shown = block % every === 0 || block === rates.length - 1;
    const value = shown
      ? `<text x="${tenth(middle)}" y="${tenth(bottom - high - 5)}" text-anchor="middle">${rate.toFixed(2)}</text>` +
        `<text x="${tenth(middle)}" y="${bottom + 16}" text-anchor="middle" fill="var(--ink)">${block + 1}</text>`
      : '';
    return `<rect x="${tenth(middle - wide / 2)}" y="${tenth(bottom - high)}" width="${tenth(wide)}" height="${tenth(high)}" fill="var(--ink-3)" fill-opacity="0.55"/>${value}`;
  });
  const base = `<path d="M${tenth(x(0))} ${bottom}H${tenth(x(rates.length))}" stroke="var(--rule-2)"/>`;
  const unit = `<text x="${tenth(x(rates.length)) + 8}" y="${bottom + 4}">rate</text><text x="${tenth(x(rates.length)) + 8}" y="${bottom + 18}">of block</text>`;
  return drawn.join('') + base + unit;
}
