import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { clamped, moved } from '../../../../src/components/figures/grid-moves.ts';
import PositionLab from '../../../../src/components/widgets/position-lab/PositionLab.tsx';
import { pairOf, rotate } from '../../../../src/components/widgets/position-lab/rotation.ts';
import { placeName, seen } from '../../../../src/components/widgets/position-lab/seen.ts';
import { sizes } from '../../../../src/components/widgets/position-lab/settings.ts';
import {
  asRows,
  fixedTable,
  obstacle,
} from '../../../../src/components/widgets/position-lab/tables.ts';
import { compareRows, meanByOffset } from '../../../../src/lib/figures/positions.ts';

const [tiny, twenty] = sizes as [(typeof sizes)[0], (typeof sizes)[0]];
const D = tiny.embedDim;

describe('a pair of columns', () => {
  test('is next to each other, or half or a quarter of the width apart', () => {
    expect(pairOf('sinusoidal', D, 3)).toMatchObject({ sine: 6, cosine: 7 });
    expect(pairOf('timingSignal', D, 3)).toMatchObject({ sine: 3, cosine: 19 });
    expect(pairOf('sinusoidal2d', D, 3)).toMatchObject({ sine: 3, cosine: 11, along: 'column' });
    expect(pairOf('sinusoidal2d', D, 8)).toMatchObject({ sine: 16, cosine: 24, along: 'row' });
    expect(pairOf('learned', D, 3)).toBeNull();
  });

  test('turns by k times its speed: the table holds the same k steps on', () => {
    for (const kind of ['sinusoidal', 'timingSignal', 'sinusoidal2d', 'sinusoidal2dMae'] as const) {
      const rows = fixedTable(kind, tiny);
      for (let index = 0; index < D / 2; index++) {
        const { after, held } = rotate(rows, pairOf(kind, D, index)!, 10, 3);
        expect(after[0]).toBeCloseTo(held!.values[0], 12);
        expect(after[1]).toBeCloseTo(held!.values[1], 12);
      }
    }
  });

  test('knows its speed, its place and where the table ends', () => {
    const rows = fixedTable('sinusoidal', tiny);
    const { omega, place, held } = rotate(rows, pairOf('sinusoidal', D, 2)!, 48, 1);
    expect(omega).toBeCloseTo(10000 ** (-4 / 32), 12);
    expect(place).toBe(48);
    expect(held).toBeNull();
    const plane = fixedTable('sinusoidal2d', tiny);
    const down = rotate(plane, pairOf('sinusoidal2d', D, 9)!, 24, 2);
    expect([down.place, down.held!.row]).toEqual([3, 38]);
    const across = rotate(plane, pairOf('sinusoidal2d', D, 1)!, 26, 2);
    expect([across.place, across.held]).toEqual([5, null]);
  });
});

describe('what is to be seen', () => {
  const words = (kind: Parameters<typeof fixedTable>[0], size = tiny, position = 24) => {
    const likeness = compareRows(fixedTable(kind, size));
    return seen(kind, likeness, meanByOffset(likeness), position);
  };

  test('is where the distance turns', () => {
    expect(words('sinusoidal')).toMatch(/grows up to 4 steps, 2\.95, and then turns: 2\.91 at 5\./);
    expect(words('sinusoidal')).toContain('Of the 48 steps, 19 lead down.');
    expect(words('sinusoidal', twenty, 10)).toContain('grows with every step');
  });

  test('is who is near: two in a sequence, four in a plane', () => {
    expect(words('sinusoidal')).toContain('Most like position 24 are 23 and 25');
    expect(words('sinusoidal')).toContain('The patch right below it, 31,');
    expect(words('sinusoidal2d')).toContain('Most like position 24 are 17, 23, 25 and 31');
    expect(words('none')).toContain('every row is zero');
  });

  test('names a place by its row and column only where there are some', () => {
    expect(placeName(24, 49)).toBe('24, in row 3 and column 3');
    expect(placeName(7, 20)).toBe('7');
  });
});

test('a table in two dimensions needs a square', () => {
  expect(obstacle('sinusoidal2d', twenty)).toContain('20 is no square number');
  expect(obstacle('sinusoidal2d', tiny)).toBeNull();
  expect(obstacle('sinusoidal', twenty)).toBeNull();
  expect(
    Math.max(...fixedTable('sinusoidal2d', twenty).map((row) => Math.max(...Array.from(row)))),
  ).toBe(0);
});

test('flat numbers become rows', () => {
  const rows = asRows(Float32Array.from([1, 2, 3, 4, 5, 6]), 3);
  expect(rows.map((row) => Array.from(row))).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
});

test('arrow keys stay within the grid', () => {
  const layout = { rows: 2, columns: 3 };
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
  expect(keys.map((key) => moved(key, 0, layout))).toEqual([0, 1, 0, 3]);
  expect(keys.map((key) => moved(key, 5, layout))).toEqual([4, 5, 2, 5]);
  expect(moved('a', 0, layout)).toBeNull();
  expect(clamped(9, 4)).toBe(3);
});

describe('the lab as it is when the site is built', () => {
  const { document } = parseHTML(
    `<body>${renderToString(<PositionLab tablePoster={<p class="drawn">table</p>} mapsPoster={<p class="drawn">maps</p>} />)}</body>`,
  );
  const root = document.querySelector('[data-widget="position-lab"]')!;

  test('shows its posters and says when they were drawn', () => {
    expect(root.getAttribute('data-state')).toBe('poster');
    expect([...root.querySelectorAll('.drawn')].map((one) => one.textContent)).toEqual([
      'table',
      'maps',
    ]);
    expect(root.querySelector('.status')!.textContent).toBe('drawn when the site was built');
  });

  test('has its numbers without any script', () => {
    expect(root.querySelector('.poslab-seen')!.textContent).toContain('grows up to 4 steps');
    expect(root.querySelector('[data-number="turned-sine"]')!.textContent).toMatch(/^[−\d.]+$/);
    expect(root.querySelector('.poslab-distance svg')!.getAttribute('aria-label')).toContain('4');
  });

  test('names every control', () => {
    const inputs = [...root.querySelectorAll('input, select')];
    expect(inputs.length).toBe(4);
    for (const input of inputs) expect(input.closest('label')!.textContent).toBeTruthy();
  });
});
