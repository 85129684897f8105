import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { agreementFigure, largestDifference } from '../../../src/lib/figures/agreement-figure.ts';
import { distanceFigure } from '../../../src/lib/figures/distance-figure.ts';
import { growthFigure } from '../../../src/lib/figures/growth-figure.ts';
import { logDots, logDotsHeight } from '../../../src/lib/figures/log-dots.ts';

const svgOf = (markup: string) =>
  parseHTML(`<body>${markup}</body>`).document.querySelector('svg')!;
const texts = (svg: Element) => [...svg.querySelectorAll('text')].map((one) => one.textContent);
/** One tag a line. */
const pretty = (markup: string) => markup.replaceAll('><', '>\n<');

describe('distance against steps', () => {
  const size = { width: 340, height: 240 };
  const data = { curve: [0, 2, 3, 2.5, 4], fromChosen: [2, 0, 2, 3, 2.5], position: 1, offset: 3 };
  const markup = distanceFigure(data, size);

  test('says in words where it turns', () => {
    expect(svgOf(markup).getAttribute('aria-label')).toBe(
      'Distance of two positions against the steps between them, mean of all pairs, and of position 1 alone. ' +
        'It grows to 3.00 at 2 steps, then falls to 2.50 at 3.',
    );
    expect(texts(svgOf(markup))).toContain('turns at 2');
  });

  test('says so when it never turns', () => {
    const rising = distanceFigure({ ...data, curve: [0, 1, 2, 3, 4], offset: null }, size);
    expect(svgOf(rising).getAttribute('aria-label')).toContain('It grows with every step, to 4.00');
    expect(texts(svgOf(rising)).some((one) => one?.startsWith('turns'))).toBe(false);
    expect(rising).not.toContain('accent');
  });

  test('looks as before', () => expect(pretty(markup)).toMatchSnapshot());
});

describe('two vectors against each other', () => {
  const figure = {
    across: { name: 'before', values: [-1, 0.5] },
    up: { name: 'after', values: [-1, 0.75] },
  };

  test('puts equal numbers on the diagonal, in the same place across and up', () => {
    const [one, two] = [...svgOf(agreementFigure(figure, 300)).querySelectorAll('circle')];
    const place = (dot: Element) => ({
      right: Number(dot.getAttribute('cx')) - 34,
      up: 264 - Number(dot.getAttribute('cy')),
    });
    expect(place(one!).right / 258).toBeCloseTo(place(one!).up / 256, 2);
    expect(place(two!).right / 258).toBeLessThan(place(two!).up / 256 - 0.05);
  });

  test('tells the largest difference', () => {
    expect(largestDifference([1, 2, 3], [1, 2.5, 2.75])).toBe(0.5);
    expect(svgOf(agreementFigure(figure, 300)).getAttribute('aria-label')).toBe(
      '2 numbers: before against after. The largest difference is 0.25.',
    );
  });

  test('looks as before', () => expect(pretty(agreementFigure(figure, 300))).toMatchSnapshot());
});

describe('numbers on a logarithmic scale', () => {
  const rows = [
    { name: 'none', value: 0, chosen: false },
    { name: 'small', value: 1e-4, chosen: true },
    { name: 'large', value: 1, chosen: false },
  ];
  const markup = logDots({ name: 'Differences', rows, powers: [-8, 0] }, 300);

  test('stand where their logarithm is, zero at the left end', () => {
    const dots = [...svgOf(markup).querySelectorAll('circle[r="4"]')];
    expect(dots.map((dot) => Number(dot.getAttribute('cx')))).toEqual([8, 123, 238]);
    expect(svgOf(markup).getAttribute('height')).toBe(String(logDotsHeight(3)));
  });

  test('are read out with their names', () => {
    expect(svgOf(markup).getAttribute('aria-label')).toBe(
      'Differences: none 0, small 1.0e−4, large 1.0',
    );
  });

  test('looks as before', () => expect(pretty(markup)).toMatchSnapshot());
});

describe('a loss that falls', () => {
  const curves = [
    { name: 'grid', losses: [4, 2, 1], chosen: true },
    { name: 'index', losses: [], chosen: false },
  ];
  const markup = growthFigure(
    { curves, totalSteps: 10, guess: Math.log(49) },
    { width: 340, height: 210 },
  );

  test('is told from its first value to its last, with the name at the line’s end', () => {
    expect(svgOf(markup).getAttribute('aria-label')).toBe(
      'Loss in nats. grid: 4.00 at first, 1.00 after 3 steps; index: nothing yet.',
    );
    expect(texts(svgOf(markup))).toContain('grid 1.00');
  });

  test('looks as before', () => expect(pretty(markup)).toMatchSnapshot());
});
