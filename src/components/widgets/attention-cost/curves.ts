/** The lines of the chart: what a block costs, at every grid of the chart. */
import type { LogLine, LogPlot, Point } from '../../../lib/figures/log-plot.ts';
import { withPrefix } from '../../../lib/figures/large-numbers.ts';
import { blockCost, type BlockCost } from '../../../lib/model/block-cost.ts';
import { grids, mlpRatio, type CostSettings } from './settings.ts';

type Part = Exclude<keyof BlockCost, 'tokens'>;

const parts: Record<CostSettings['quantity'], { key: Part; name: string; dashed?: boolean }[]> = {
  'multiply-adds': [
    { key: 'products', name: 'two products' },
    { key: 'projections', name: 'projections', dashed: true },
    { key: 'mlp', name: 'MLP', dashed: true },
  ],
  memory: [
    { key: 'matrices', name: 'matrices' },
    { key: 'others', name: 'all else', dashed: true },
  ],
};

const sides = [2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 96];
const tokenTicks = [10, 100, 1000, 10_000];

/** @throws RangeError when H does not divide D, with both. */
export function costPlot(settings: CostSettings): LogPlot {
  const { grid, embedDim, numHeads, quantity } = settings;
  const cost = (side: number) => blockCost({ grid: side, embedDim, numHeads, mlpRatio });
  const all = sides.map(cost);
  const lines = parts[quantity].map(({ key, name, dashed }): LogLine => {
    const points = all.map((one): Point => [one.tokens, one[key]]);
    return { name, points, dashed };
  });
  const values = lines.flatMap(({ points }) => points.map(([, value]) => value));
  const here = cost(grid);
  const unit = quantity === 'memory' ? 'B' : '';
  const marks = parts[quantity].map(({ key }) => ({
    at: [here.tokens, here[key]] as const,
    text: withPrefix(here[key], unit).trim(),
    side: 'left' as const,
  }));
  return {
    summary: `${quantity} of one block against its tokens. At ${here.tokens} tokens: ${parts[quantity].map(({ key, name }) => `${name} ${withPrefix(here[key], unit)}`).join(', ')}.`,
    across: {
      domain: [5, grids.most ** 2 + 1],
      ticks: tokenTicks.map((value) => ({ value, text: value.toLocaleString('en-GB') })),
      unit: 'tokens',
    },
    up: {
      domain: [Math.min(...values), Math.max(...values)],
      ticks: decades(values, unit),
      unit: quantity,
    },
    lines,
    marks,
    chosen: here.tokens,
  };
}

/** A tick at every third power of ten. */
function decades(values: readonly number[], unit: string) {
  const [low, high] = [Math.min(...values), Math.max(...values)].map(Math.log10) as [
    number,
    number,
  ];
  const powers = Array.from({ length: 7 }, (_, i) => 3 * i).filter((p) => p >= low && p <= high);
  return powers.map((power) => ({
    value: 10 ** power,
    text: withPrefix(10 ** power, unit)
      .replace('.00', '')
      .trim(),
  }));
}
