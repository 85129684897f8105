import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { branchLengthsFigure } from '../../../src/lib/figures/branch-lengths-figure.ts';
import { depthsOf, dropPathFigure, vanished } from '../../../src/lib/figures/drop-path-figure.ts';
import { spreadOf, timeFigure } from '../../../src/lib/figures/time-figure.ts';

const svgOf = (markup: string) =>
  parseHTML(`<body>${markup}</body>`).document.querySelector('svg')!;
const texts = (svg: Element) => [...svg.querySelectorAll('text')].map((one) => one.textContent);
/** One tag a line. */
const pretty = (markup: string) => markup.replaceAll('><', '>\n<');

describe('a batch on its way', () => {
  const figure = {
    rates: [0, 0.5],
    kept: [true, true, true, true, true, false, false, false],
    batch: 2,
    names: ['bag', 'coat'],
  };

  test('has a row for each sample, with its depth', () => {
    const svg = svgOf(dropPathFigure(figure, 800));
    expect(depthsOf(figure)).toEqual([1.5, 1]);
    expect(vanished(figure)).toBe(1);
    expect(texts(svg)).toEqual(expect.arrayContaining(['bag', '1.5 of 2', 'coat', '1 of 2']));
    expect(svg.getAttribute('aria-label')).toContain('bag 1.5, coat 1.');
  });

  test('marks a kept branch full, a dropped one small and empty', () => {
    const svg = svgOf(dropPathFigure(figure, 800));
    const fills = [...svg.querySelectorAll('circle')].map((one) => one.getAttribute('fill'));
    // Attention: both blocks of the first sample, then both of the second.
    expect(fills).toEqual(['var(--ink)', 'var(--ink)', 'var(--ink)', 'var(--paper)']);
  });

  test('leaves the names out where there is no room', () =>
    expect(texts(svgOf(dropPathFigure(figure, 320)))).not.toContain('bag'));

  test('looks as before', () => expect(pretty(dropPathFigure(figure, 800))).toMatchSnapshot());
});

describe('times', () => {
  test('the middle half, by hand', () => {
    expect(spreadOf([4, 1, 3, 2, 5])).toEqual({ median: 3, lower: 2, upper: 4 });
    expect(spreadOf([1, 2])).toEqual({ median: 1.5, lower: 1.25, upper: 1.75 });
    expect(() => spreadOf([])).toThrow('there are 0 runs, at least 1 is needed');
  });

  test('a row without runs has its name alone', () => {
    const rows = [
      { name: 'one', runs: [] },
      { name: 'two', runs: [10, 20, 30] },
    ];
    const svg = svgOf(timeFigure(rows, 400));
    expect(svg.getAttribute('aria-label')).toBe('Medians: two 20.0 ms.');
    expect(svg.querySelectorAll('circle')).toHaveLength(3);
    expect(pretty(timeFigure(rows, 400))).toMatchSnapshot();
  });
});

test('the stream and its branches', () => {
  const steps = [
    { branch: 'attention', block: 0, before: 1, added: 2, after: 3 },
    { branch: 'MLP', block: 0, before: 3, added: 1, after: 4 },
  ];
  const markup = branchLengthsFigure(steps, { width: 300, height: 200 });
  expect(svgOf(markup).getAttribute('aria-label')).toBe(
    'Length of the stream: 1.00 at first; block 1, attention adds 2.00, then 3.00; block 1, MLP adds 1.00, then 4.00.',
  );
  const heights = [...svgOf(markup).querySelectorAll('rect')].map((one) =>
    Number(one.getAttribute('height')),
  );
  expect(heights[0]).toBeCloseTo(2 * heights[1]!, 0);
  expect(pretty(markup)).toMatchSnapshot();
});
