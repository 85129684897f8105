/** The figures of chapters 7 and 8, from small numbers. */
import { branchLengthsFigure } from '../../lib/figures/branch-lengths-figure.ts';
import { curvesFigure } from '../../lib/figures/curves-figure.ts';
import { dropPathFigure } from '../../lib/figures/drop-path-figure.ts';
import { timeFigure } from '../../lib/figures/time-figure.ts';
import { Markup } from '../figures/Markup.tsx';
import type { Specimen } from './specimen.ts';

const curve = Array.from({ length: 21 }, (_, i) => [i / 2 - 5, Math.max(0, i / 2 - 5)] as const);

export const mlpSpecimens: readonly Specimen[] = [
  {
    name: 'Curves',
    state: 'with a mark',
    draw: () => (
      <Markup
        html={curvesFigure(
          {
            name: 'ReLU from −5 to 5',
            lines: [{ points: curve, ink: 'ink', label: { text: 'ReLU', at: [-4, 0], dy: -8 } }],
            x: [-5, 5],
            y: [-1, 5],
            unit: 'x',
            at: { x: 2, points: [2] },
          },
          { width: 320, height: 220 },
        )}
      />
    ),
  },
  {
    name: 'The stream and its branches',
    draw: () => (
      <Markup
        html={branchLengthsFigure(
          [
            { branch: 'attention', block: 0, before: 1, added: 2, after: 2.5 },
            { branch: 'MLP', block: 0, before: 2.5, added: 1, after: 3 },
          ],
          { width: 320, height: 220 },
        )}
      />
    ),
  },
  {
    name: 'A batch under drop path',
    draw: () => (
      <Markup
        html={dropPathFigure(
          {
            rates: [0, 0.25, 0.5],
            kept: [true, true, true, true, true, false, true, true, false, true, false, false],
            batch: 2,
            names: ['bag', 'coat'],
          },
          640,
        )}
      />
    ),
  },
  {
    name: 'Times',
    state: 'one measured, one not',
    draw: () => (
      <Markup
        html={timeFigure(
          [
            { name: 'measured', runs: [10, 12, 11, 19] },
            { name: 'not yet', runs: [] },
          ],
          320,
        )}
      />
    ),
  },
];
