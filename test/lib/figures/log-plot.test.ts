import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { inWords, roughly, withPrefix } from '../../../src/lib/figures/large-numbers.ts';
import { logPlot } from '../../../src/lib/figures/log-plot.ts';

const plot = {
  summary: 'A & B',
  across: { domain: [1, 100], ticks: [{ value: 10, text: '10' }], unit: 'tokens' },
  up: { domain: [1, 10_000], ticks: [{ value: 100, text: '100' }], unit: 'scores' },
  lines: [
    {
      name: 'squares',
      points: [
        [1, 1],
        [100, 10_000],
      ],
    },
    {
      name: 'nearly',
      points: [
        [1, 1],
        [100, 9_900],
      ],
      dashed: true,
    },
  ],
  marks: [
    { at: [10, 100], text: 'here' },
    { at: [100, 10_000], text: '', chosen: true },
  ],
  chosen: 10,
} as const;

const markup = logPlot(plot, { width: 300, height: 200 });

test('the figure’s markup', () => expect(markup).toMatchSnapshot());

test('a square lies half-way between 1 and its own square, and names keep apart', () => {
  const { document } = parseHTML(`<body>${markup}</body>`);
  const svg = document.querySelector('svg')!;
  expect(svg.getAttribute('aria-label')).toBe('A & B');
  const tick = (text: string) =>
    [...document.querySelectorAll('text')].find(({ textContent }) => textContent === text)!;
  expect(Number(tick('100').getAttribute('y')) - 4).toBeCloseTo((22 + 164) / 2, 1);
  expect(Number(tick('10').getAttribute('x'))).toBeCloseTo((40 + 212) / 2, 1);
  const heights = ['squares', 'nearly'].map((name) => Number(tick(name).getAttribute('y')));
  expect(heights[1]! - heights[0]!).toBeGreaterThanOrEqual(14);
});

test('large numbers in words', () => {
  expect([38_809, 999_999, 2_517_630_976, 22_658_678_784].map(inWords)).toEqual([
    '38,809',
    '999,999',
    '2.5 billion',
    '22.7 billion',
  ]);
  expect([90_634_715_136, 155_236, 12, 999_999].map((value) => withPrefix(value, 'B'))).toEqual([
    '90.6 GB',
    '155 kB',
    '12 B',
    '1.00 MB',
  ]);
  expect(roughly(64_873)).toBe('65,000');
});
