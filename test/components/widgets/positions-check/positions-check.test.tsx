import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { scoreOf } from '../../../../src/components/widgets/positions-check/grow.ts';
import PositionsCheck from '../../../../src/components/widgets/positions-check/PositionsCheck.tsx';

describe('marked places', () => {
  const row = [1, 0.5, 0.5, 0.25, -0.5, -0.25, 0.75, -0.75, 0];

  test('are hits when they share the row or the column', () => {
    const score = scoreOf(row, 0, 3, new Set([1, 3, 4]));
    expect(score.hits).toBe(2);
    expect(score.marked).toBeCloseTo((0.5 + 0.25 - 0.5) / 3);
    expect(score.others).toBeCloseTo((0.5 - 0.25 + 0.75 - 0.75 + 0) / 5);
  });
});

test('no answer can be shown before a prediction', () => {
  const markup = renderToString(<PositionsCheck />);
  const { document } = parseHTML(`<body>${markup}</body>`);
  const buttons = [...document.querySelectorAll('button')].filter(
    (button) => button.textContent === 'Show why',
  );
  expect(buttons).toHaveLength(3);
  for (const button of buttons) {
    expect(button.hasAttribute('disabled')).toBe(true);
    expect(button.getAttribute('title')).toBe('Predict first');
  }
  expect([...document.querySelectorAll('.answer')].map((one) => one.textContent)).toEqual([
    '',
    '',
    '',
  ]);
});
