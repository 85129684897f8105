/** How scores spread, divided and not, as markup: two histograms as steps over one axis. */
import { escapeMarkup } from './markup.ts';
import { linearScale, tenth } from './scale.ts';

export interface ScoreSpreadFigure {
  /** Scores in each of the equal parts from −reach to reach. */
  divided: readonly number[];
  undivided: readonly number[];
  reach: number;
  /** The text summary. */
  name: string;
}

interface Size {
  width: number;
  height: number;
}

const margin = { left: 6, right: 6, top: 20, bottom: 24 };

export function scoreSpreadFigure(
  { divided, undivided, reach, name }: ScoreSpreadFigure,
  { width, height }: Size,
): string {
  const bins = divided.length;
  const x = linearScale([0, bins], [margin.left, width - margin.right]);
  const most = Math.max(...divided, ...undivided, 1);
  const base = height - margin.bottom;
  const y = linearScale([0, most], [base, margin.top]);
  const steps = (counts: readonly number[]) =>
    `M${margin.left} ${base}` +
    counts.map((count, i) => `V${tenth(y(count))}H${tenth(x(i + 1))}`).join('') +
    `V${base}`;
  const ticks = [-reach, -reach / 2, 0, reach / 2, reach].map((value, i) => {
    const at = tenth(x((value / reach + 1) * (bins / 2)));
    const anchor = ['start', 'middle', 'middle', 'middle', 'end'][i];
    return `<text x="${at}" y="${height - 6}" text-anchor="${anchor}">${String(value).replace('-', '−')}</text>`;
  });
  const label = (counts: readonly number[], words: string, left: boolean) => {
    const heights = counts.map((count) => count / most);
    const top = Math.max(...heights);
    const half = 0.6 * top;
    const edge = left
      ? heights.findIndex((one) => one > half)
      : bins - [...heights].reverse().findIndex((one) => one > half);
    const [at, anchor] = left ? [x(edge) - 6, 'end'] : [x(edge) + 6, 'start'];
    return `<text x="${tenth(at)}" y="${tenth(y(top * most)) + 4}" text-anchor="${anchor}" style="fill:var(--ink)">${words}</text>`;
  };
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(name)}">` +
    `<path d="M${margin.left} ${base}H${width - margin.right}" stroke="var(--rule)"/>` +
    ticks.join('') +
    `<path d="${steps(undivided)}" fill="none" stroke="var(--ink-2)" stroke-width="1.5" stroke-dasharray="4 2"/>` +
    `<path d="${steps(divided)}" fill="none" stroke="var(--ink)" stroke-width="2"/>` +
    label(divided, 'divided', false) +
    label(undivided, 'not divided', true) +
    '</svg>'
  );
}
