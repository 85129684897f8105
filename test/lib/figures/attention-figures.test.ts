import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { headDots, headDotsHeight } from '../../../src/lib/figures/head-dots.ts';
import { rowSums } from '../../../src/lib/figures/row-sums.ts';
import { scoreSpreadFigure } from '../../../src/lib/figures/score-spread-figure.ts';
import { mixedValue, twoTokensFigure } from '../../../src/lib/figures/two-tokens-figure.ts';
import { barsMargin, weightBars } from '../../../src/lib/figures/weight-bars.ts';
import { widthCurves } from '../../../src/lib/figures/width-curves.ts';

const svgOf = (markup: string) =>
  parseHTML(`<body>${markup}</body>`).document.querySelector('svg')!;
const texts = (svg: Element) => [...svg.querySelectorAll('text')].map((one) => one.textContent);

describe('a row of weights', () => {
  const markup = weightBars(
    { weights: [0.1, 0.2, 0.4, 0.3], key: 3, name: 'Weights' },
    { width: 300, height: 200 },
  );
  const bars = [...svgOf(markup).querySelectorAll('rect')];

  test('is drawn to scale, the chosen key and the class token in their hues', () => {
    const heights = bars.map((bar) => Number(bar.getAttribute('height')));
    const full = 200 - barsMargin.top - barsMargin.bottom;
    expect(heights.map((one) => Math.round((100 * one) / full))).toEqual([25, 50, 100, 75]);
    expect(bars.map((bar) => bar.getAttribute('fill'))).toEqual([
      'var(--cls)',
      'var(--ink-3)',
      'var(--ink-3)',
      'var(--key)',
    ]);
  });

  test('names its largest weight', () => expect(texts(svgOf(markup))).toContain('patch 2: 0.400'));
});

describe('two values and what lies between them', () => {
  const values = [
    [1, 3],
    [4, 1],
  ] as const;
  const markup = twoTokensFigure({ weights: [0.5, 0.5], values }, { width: 340, height: 250 });

  test('the output is the weighted sum', () => {
    expect(mixedValue([0.5, 0.5], values)).toEqual([2.5, 2]);
    expect(mixedValue([1, 0], values)).toEqual([1, 3]);
    expect(svgOf(markup).getAttribute('aria-label')).toContain('between them, 2.5, 2.');
  });

  test('stands half-way for equal weights', () => {
    const [one, two, output] = [...svgOf(markup).querySelectorAll('circle')].map((dot) =>
      Number(dot.getAttribute('cx')),
    );
    expect(output).toBeCloseTo((one! + two!) / 2, 0);
  });
});

/** The end points of a path of absolute moves and lines. */
const points = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: +x!, y: +y! }));

describe('a number against the head width', () => {
  const data = { widths: [1, 4, 16], divided: [1e-2, 1e-2, 1e-2], undivided: [1e-2, 1e-4, 0] };
  const draw = (powers?: readonly [number, number]) =>
    svgOf(widthCurves({ ...data, chosen: 1, powers, name: '' }, { width: 400, height: 240 }));
  const [undivided, divided] = [...draw([-6, 0]).querySelectorAll('path[fill="none"]')].map((one) =>
    points(one.getAttribute('d')!),
  );

  test('on a logarithmic scale a hundredth part is two powers lower, and zero stands at the foot', () => {
    const power = (240 - 26 - 14) / 6;
    expect(undivided![0]).toEqual(divided![0]);
    expect(undivided![1]!.y - divided![1]!.y).toBeCloseTo(2 * power, 0);
    expect(undivided![2]!.y).toBe(240 - 26);
  });

  test('rings stand at the chosen width', () => {
    const places = [...draw().querySelectorAll('circle[stroke="var(--accent)"]')];
    expect(places.map((ring) => Number(ring.getAttribute('cx')))).toEqual([
      divided![1]!.x,
      divided![1]!.x,
    ]);
  });
});

test('scores: what is narrow is high, both on one axis', () => {
  const figure = { divided: [0, 10, 10, 0], undivided: [5, 5, 5, 5], reach: 8, name: '' };
  const svg = svgOf(scoreSpreadFigure(figure, { width: 212, height: 144 }));
  const tops = [...svg.querySelectorAll('path[fill="none"]')].map((path) =>
    Math.min(...[...path.getAttribute('d')!.matchAll(/V([\d.]+)/g)].map(([, y]) => +y!)),
  );
  expect(tops).toEqual([70, 20]); // half as high as the other, of 100 pixels
  expect(texts(svg)).toEqual(['−8', '−4', '0', '4', '8', 'divided', 'not divided']);
});

test('heads: a line for each, from undivided to divided on a logarithmic scale', () => {
  const heads = [
    { divided: 100, undivided: 10 },
    { divided: 10, undivided: 1 },
  ];
  const svg = svgOf(headDots({ heads, perBlock: 1, tokens: 100, name: '' }, 272));
  const dots = [...svg.querySelectorAll('circle')].map((dot) => Number(dot.getAttribute('cx')));
  expect(dots).toEqual([162, 262, 62, 162]);
  expect(svg.getAttribute('height')).toBe(String(headDotsHeight(2, 1)));
  expect(texts(svg)).toContain('block 2');
});

test('sums of rows: a dot for each, 1 at the top', () => {
  const svg = svgOf(rowSums([1, 0.5, 0], { width: 240, height: 140 }));
  const dots = [...svg.querySelectorAll('circle')].map((dot) => Number(dot.getAttribute('cy')));
  expect(dots).toEqual([12, 62, 112]);
  expect(svg.getAttribute('aria-label')).toBe('Sums of 3 rows, from 0.000 to 1.000.');
});
