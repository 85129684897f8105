/** The sentences of "What attention costs". */
import { expect, test } from 'vitest';
import { costPlot } from '../../../../src/components/widgets/attention-cost/curves.ts';
import { defaults } from '../../../../src/components/widgets/attention-cost/settings.ts';
import { costSeen } from '../../../../src/components/widgets/attention-cost/words.ts';

/** ViT-B/16. */
const base = { ...defaults, embedDim: 768, numHeads: 12 };

test('multiply-adds: the share, and where the products overtake', () => {
  const seen = costSeen(base);
  // 2 · 197² · 768 of that, 12 · 197 · 768² and itself: 4.1 %.
  expect(seen).toContain('the two products of attention take 59.6 million multiply-adds, 4.1 %');
  expect(seen).toContain('the four projections at 1,536 tokens');
  expect(seen).toContain('the MLP together at 4,608.');
});

test('memory: scores and weights against the rest', () => {
  // 2 · 12 · 197² · 4 bytes.
  expect(costSeen({ ...base, quantity: 'memory' })).toContain('take 3.73 MB in float32');
});

test('the chart has a line for each part and the reader’s own tokens on it', () => {
  const plot = costPlot({ ...defaults, grid: 7, embedDim: 32, numHeads: 4 });
  expect(plot.lines.map(({ name }) => name)).toEqual(['two products', 'projections', 'MLP']);
  expect(plot.chosen).toBe(50);
  expect(plot.marks.map(({ at }) => at)).toEqual([
    [50, 2 * 50 * 50 * 32],
    [50, 4 * 50 * 32 * 32],
    [50, 8 * 50 * 32 * 32],
  ]);
  expect(() => costPlot({ ...defaults, numHeads: 5 })).toThrow('numHeads 5');
});
