import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { mixedValue, twoTokensFigure } from '../../../src/lib/figures/two-tokens-figure.ts';
import { barsMargin, weightBars } from '../../../src/lib/figures/weight-bars.ts';

const svgOf = (markup: string) =>
  parseHTML(`<body>${markup}</body>`).document.querySelector('svg')!;
const texts = (svg: Element) => [...svg.querySelectorAll('text')].map((one) => one.textContent);
const pretty = (markup: string) => markup.replaceAll('><', '>\n<');

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
  test('looks as before', () => expect(pretty(markup)).toMatchSnapshot());
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

  test('looks as before', () => expect(pretty(markup)).toMatchSnapshot());
});
