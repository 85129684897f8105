/** The figures of chapter 4, from numbers made up for them. */
import { headDots } from '../../lib/figures/head-dots.ts';
import { rowSums } from '../../lib/figures/row-sums.ts';
import { scoreSpreadFigure } from '../../lib/figures/score-spread-figure.ts';
import { twoTokensFigure } from '../../lib/figures/two-tokens-figure.ts';
import { weightBars } from '../../lib/figures/weight-bars.ts';
import { widthCurves } from '../../lib/figures/width-curves.ts';
import { Markup } from '../figures/Markup.tsx';
import type { Specimen } from './specimen.ts';

const size = { width: 340, height: 200 };

const markup = (name: string, html: string): Specimen => ({
  name,
  draw: () => <Markup html={html} />,
});

const curves = { widths: [1, 4, 16, 64], chosen: 2 };

export const attentionSpecimens: readonly Specimen[] = [
  markup(
    'Two values and their weighted sum',
    twoTokensFigure(
      {
        weights: [0.75, 0.25],
        values: [
          [1, 3],
          [4, 1],
        ],
      },
      size,
    ),
  ),
  markup(
    'A row of attention weights',
    weightBars({ weights: [0.1, 0.05, 0.4, 0.3, 0.15], key: 3, name: 'Five weights' }, size),
  ),
  markup(
    'Scores, divided and not',
    scoreSpreadFigure(
      {
        divided: [0, 0, 1, 9, 9, 1, 0, 0],
        undivided: [1, 2, 3, 4, 4, 3, 2, 1],
        reach: 4,
        name: 'Twenty scores',
      },
      size,
    ),
  ),
  markup(
    'A number against the head width',
    widthCurves(
      { ...curves, divided: [90, 88, 87, 88], undivided: [90, 40, 9, 2], name: 'Tokens' },
      size,
    ),
  ),
  markup(
    'A small number against the head width',
    widthCurves(
      {
        ...curves,
        divided: [1e-3, 1e-3, 1e-3, 1e-3],
        undivided: [1e-3, 1e-4, 1e-6, 0],
        powers: [-8, 0],
        name: 'Gradients',
      },
      size,
    ),
  ),
  markup(
    'Effective tokens of every head',
    headDots(
      {
        heads: [
          { divided: 30, undivided: 9 },
          { divided: 12, undivided: 2 },
          { divided: 45, undivided: 40 },
          { divided: 20, undivided: 5 },
        ],
        perBlock: 2,
        tokens: 50,
        name: 'Four heads',
      },
      340,
    ),
  ),
  markup('What rows sum to', rowSums([1, 0.9, 0.75, 0.5, 0.25, 0], size)),
];
