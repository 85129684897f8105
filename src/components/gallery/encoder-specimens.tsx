/** The figures of chapters 6, 9 and 10, from small numbers. */
import { barsFigure } from '../../lib/figures/bars.ts';
import { logLines } from '../../lib/figures/log-lines.ts';
import { normCube } from '../../lib/figures/norm-cube.ts';
import { groupOf, type NormKind } from '../../lib/figures/norm-groups.ts';
import { spreadFigure } from '../../lib/figures/spread-figure.ts';
import { directionFigure, lengthFigure } from '../../lib/figures/stream-figure.ts';
import { Markup } from '../figures/Markup.tsx';
import type { Specimen } from './specimen.ts';

const shape = { B: 4, P: 5, C: 8, image: false };
const place = { sample: 1, position: 2, channel: 3 };

const cube = (norm: NormKind, state: string): Specimen => ({
  name: 'A group of a batch',
  state,
  draw: () => (
    <Markup
      html={normCube({
        shape,
        group: groupOf(norm, shape, place, 2),
        place,
        positions: { name: 'tokens', letter: 'T' },
      })}
    />
  ),
});

const stream = {
  readings: [
    { name: 'embedded', length: 1, added: 0, withFirst: 1, withBefore: 1 },
    { name: 'block 1, MSA', length: 1.5, added: 1, withFirst: 0.75, withBefore: 0.75 },
    { name: 'block 1, MLP', length: 2.5, added: 1.5, withFirst: 0.5, withBefore: 0.9 },
  ],
  mean: [
    { name: 'embedded', length: 1, added: 0, withFirst: 1, withBefore: 1 },
    { name: 'block 1, MSA', length: 1.25, added: 0.5, withFirst: 0.9, withBefore: 0.9 },
    { name: 'block 1, MLP', length: 2, added: 1, withFirst: 0.7, withBefore: 0.95 },
  ],
};
const small = { width: 320, height: 200 };

const bars = (low: number, values: readonly number[], state: string): Specimen => ({
  name: 'Named bars',
  state,
  draw: () => (
    <Markup
      html={barsFigure(
        {
          name: 'Numbers of three classes',
          bars: ['bag', 'coat', 'sandal'].map((name, i) => ({
            name,
            value: values[i]!,
            chosen: i === 1,
          })),
          range: [low, 1],
          text: (value) => value.toFixed(2).replace('-', '−'),
          names: 60,
        },
        320,
      )}
    />
  ),
});

export const encoderSpecimens: readonly Specimen[] = [
  cube('token', 'layer norm'),
  cube('batch', 'batch norm'),
  cube('group', 'group norm'),
  {
    name: 'Lines on a logarithmic scale',
    state: 'with an earlier run',
    draw: () => (
      <Markup
        html={logLines(
          {
            name: 'Gradients',
            across: { name: 'block', from: 1, to: 3 },
            lines: [
              { name: 'pre-norm', points: [[1, 0.5], [2, 0.4], [3, 0.3]], dashed: false }, // prettier-ignore
              { name: 'post-norm', points: [[1, 0.002], [2, 0.02], [3, 0.2]], dashed: true }, // prettier-ignore
              { name: 'earlier', points: [[1, 0.05], [3, 0.1]], dashed: true, faint: true }, // prettier-ignore
            ],
          },
          { width: 340, height: 200 },
        )}
      />
    ),
  },
  {
    name: 'Lengths along the stream',
    draw: () => <Markup html={lengthFigure(stream, small)} />,
  },
  {
    name: 'Directions along the stream',
    draw: () => <Markup html={directionFigure(stream, small)} />,
  },
  {
    name: 'Marks along a scale',
    draw: () => (
      <Markup
        html={spreadFigure(
          'Change of the outputs',
          [
            { name: 'two places', values: [0.02, 0.03, 0.05], mean: 0.033 },
            { name: 'four places', values: [0.06, 0.1, 0.12], mean: 0.093 },
          ],
          320,
        )}
      />
    ),
  },
  bars(0, [0.1, 0.75, 0.15], 'from zero'),
  bars(-1, [0.1, -0.25, 0.15], 'to both sides'),
];
