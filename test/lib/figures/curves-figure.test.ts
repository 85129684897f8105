import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import {
  curvesFigure,
  curvesMargin,
  curvesMark,
  valueAcross,
} from '../../../src/lib/figures/curves-figure.ts';

const size = { width: 146, height: 142 };
const figure = {
  name: 'A line & its mark',
  lines: [
    { points: [[0, 0], [10, 100]] as const, ink: 'ink' as const, label: { text: 'up', at: [10, 100] as const, end: true } }, // prettier-ignore
  ],
  x: [0, 10] as const,
  y: [0, 100] as const,
  unit: 'steps',
  at: { x: 5, points: [50, 200] },
};
const svg = parseHTML(`<body>${curvesFigure(figure, size)}</body>`).document.querySelector('svg')!;

test('draws lines between the margins, and names itself', () => {
  expect(svg.getAttribute('aria-label')).toBe('A line & its mark');
  const line = [...svg.querySelectorAll('path')].find(
    (path) => path.getAttribute('fill') === 'none',
  );
  expect(line!.getAttribute('d')).toBe('M36 112L136 12');
});

test('rings the values that lie inside, where the reader stands', () => {
  const rings = [...svg.querySelectorAll('circle')].map((ring) =>
    ['cx', 'cy'].map((name) => ring.getAttribute(name)),
  );
  expect(rings).toEqual([
    ['86', '62'],
    ['86', '62'],
  ]);
});

test('the mark alone stands where the whole figure has it', () => {
  const whole = curvesFigure(figure, size);
  const alone = curvesMark(figure, size).replace(/^<svg[^>]*>/, '');
  expect(whole.endsWith(alone)).toBe(true);
});

test('tells the value under the pointer, kept within the axis', () => {
  expect(valueAcross([0, 10], 86, size.width)).toBeCloseTo(5, 12);
  expect(valueAcross([0, 10], curvesMargin.left - 30, size.width)).toBe(0);
  expect(valueAcross([0, 10], 500, size.width)).toBe(10);
});

test('writes its ticks in a given unit', () => {
  const scaled = curvesFigure(
    { ...figure, y: [-5e-4, 5e-4], scale: { by: 1e-4, text: 'times 1e−4' }, at: undefined },
    size,
  );
  const texts = [...parseHTML(`<body>${scaled}</body>`).document.querySelectorAll('text')].map(
    (one) => one.textContent,
  );
  expect(texts).toContain('times 1e−4');
  expect(texts).toContain('−4');
  expect(scaled).not.toContain('circle');
});

test('looks as before', () =>
  expect(curvesFigure(figure, size).replaceAll('><', '>\n<')).toMatchSnapshot());
