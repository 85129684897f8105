import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { accuracyCurve, lossCurve } from '../../../src/lib/figures/training-curves.ts';

const { document } = parseHTML('<html><body></body></html>');
const curves = {
  training: [
    { step: 1, value: 2.5 },
    { step: 50, value: 1.25 },
    { step: 99, value: 0.5 },
  ],
  validation: [
    { step: 0, value: 2.25 },
    { step: 100, value: 0.75 },
  ],
  totalSteps: 100,
};

describe('the loss curve', () => {
  const figure = lossCurve(curves, { document });

  test('is one named picture without names inside', () => {
    expect(figure.getAttribute('role')).toBe('img');
    expect(figure.getAttribute('aria-label')).toBe(
      'Loss, in nats. Training: 2.50 at first, 0.50 at step 99. ' +
        'Validation: 2.25 at first, 0.75 at step 100.',
    );
    expect(figure.querySelectorAll('[aria-label]').length).toBe(0);
  });

  test('writes the last validation value at the end of its line', () => {
    expect([...figure.querySelectorAll('text')].map((text) => text.textContent)).toContain('0.75');
  });

  test('looks as before', () => {
    expect(pretty(figure.outerHTML)).toMatchSnapshot();
  });

  test('makes room for a loss that rises', () => {
    const high = { ...curves, validation: [{ step: 0, value: 4.2 }] };
    const ticks = [...lossCurve(high, { document }).querySelectorAll('text')];
    expect(ticks.map((text) => text.textContent)).toContain('4');
  });
});

describe('the accuracy curve', () => {
  test('stands on the same five lines, empty or full', () => {
    for (const data of [{ training: [], validation: [], totalSteps: 10 }, curves]) {
      const labels = [...accuracyCurve(data, { document }).querySelectorAll('text')].map(
        (text) => text.textContent,
      );
      expect(labels).toEqual(expect.arrayContaining(['0', '.25', '.5', '.75', '1']));
    }
  });

  test('says so when there is nothing yet', () => {
    const empty = accuracyCurve({ training: [], validation: [], totalSteps: 10 }, { document });
    expect(empty.getAttribute('aria-label')).toBe(
      'Accuracy. Training: nothing yet. Validation: nothing yet.',
    );
  });
});

describe('earlier runs', () => {
  const earlier = [
    {
      name: 'no positions',
      points: [
        { step: 0, value: 2.5 },
        { step: 100, value: 0.8 },
      ],
    },
    {
      name: 'a run with a very long name',
      points: [
        { step: 0, value: 2.25 },
        { step: 200, value: 0.75 },
      ],
    },
  ];
  const figure = lossCurve({ ...curves, earlier }, { document });
  const texts = [...figure.querySelectorAll('text')];

  test('look as before', () => {
    expect(pretty(figure.outerHTML)).toMatchSnapshot();
  });

  test('are told apart by their dashes', () => {
    const dashes = [...figure.querySelectorAll('[stroke-dasharray]')];
    expect(dashes.map((line) => line.getAttribute('stroke-dasharray'))).toEqual(['5 3', '2 2']);
  });

  test('are named in full for a screen reader', () => {
    expect(figure.getAttribute('aria-label')).toMatch(
      /a run with a very long name: 2\.25 at first, 0\.75 at step 200\.$/,
    );
  });

  test('make the axis as long as the longest of them', () => {
    expect(texts.map((text) => text.textContent)).toContain('200');
  });

  test('keep their names off the value of the run itself', () => {
    const place = (label: string) => {
      const found = texts.find((text) => text.textContent === label)!;
      const [, x, y] = /translate\(([\d.]+),([\d.]+)\)/.exec(found.getAttribute('transform')!)!;
      return { x: Number(x), y: Number(y) };
    };
    const [own, other] = [place('0.75'), place('no positions')];
    expect(other.x).toBe(own.x);
    expect(Math.abs(other.y - own.y)).toBeGreaterThanOrEqual(12);
  });
});

/** One tag a line; Plot's clip paths carry a running number. */
const pretty = (markup: string) =>
  markup.replaceAll('><', '>\n<').replace(/plot-clip-\d+/g, 'plot-clip');
