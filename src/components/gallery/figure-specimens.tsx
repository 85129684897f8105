/** Every figure, from numbers made up for it: small, so that its markup can be read in a test. */
import { parseHTML } from 'linkedom';
import { agreementFigure } from '../../lib/figures/agreement-figure.ts';
import { distanceFigure } from '../../lib/figures/distance-figure.ts';
import { errorCurve } from '../../lib/figures/error-curve.ts';
import { growthFigure } from '../../lib/figures/growth-figure.ts';
import { headDistanceFigure } from '../../lib/figures/head-distance-figure.ts';
import { logDots } from '../../lib/figures/log-dots.ts';
import { logPlot } from '../../lib/figures/log-plot.ts';
import {
  attentionMarkup,
  heatmapMarkup,
  imageMarkup,
  patchMapMarkup,
  similarityMarkup,
} from '../../lib/figures/markup.ts';
import { shapeSizes } from '../../lib/figures/shape-sizes.ts';
import { shiftCurve } from '../../lib/figures/shift-curve.ts';
import { qkvColumnsFigure } from '../../lib/figures/qkv-columns-figure.ts';
import { accuracyCurve, lossCurve } from '../../lib/figures/training-curves.ts';
import { MapTable } from '../figures/MapTable.tsx';
import { Markup } from '../figures/Markup.tsx';
import { Panel } from '../figures/Panel.tsx';
import { SmallMap } from '../figures/SmallMap.tsx';
import { Choice } from '../figures/Choice.tsx';
import { nothing, type Specimen } from './specimen.ts';

/** `count` numbers from −1 to 1 that look like nothing in particular. */
const waves = (count: number, pace = 1) =>
  Float32Array.from({ length: count }, (_, i) => Math.round(100 * Math.sin(pace * i * i)) / 100);
const weights = (count: number) => waves(count).map((value) => (value + 1) / 2);

const side = 4;
const image = { pixels: weights(side * side).map((value) => value * 255), side, channels: 1 };
const map = weights(4);
const curves = {
  training: [1, 50, 99].map((step, i) => ({ step, value: 2.5 / (i + 1) })),
  validation: [0, 100].map((step) => ({ step, value: step ? 0.75 : 2.25 })),
  totalSteps: 100,
};
const right = {
  ...curves,
  training: curves.training.map(({ step, value }) => ({ step, value: 1 - value / 3 })),
  validation: curves.validation.map(({ step, value }) => ({ step, value: 1 - value / 3 })),
};
const size = { width: 340, height: 210 };

/** A figure that is drawn as a string. */
const markup = (name: string, html: (scope: string) => string, state?: string): Specimen => ({
  name,
  state,
  draw: (scope) => <Markup html={html(scope)} />,
});

/** A figure by Observable Plot, which wants a document. */
function plotted(draw: (options: { document: Document }) => { outerHTML: string }): string {
  const { document } = parseHTML('<html><body></body></html>');
  return `<div class="plot">${draw({ document }).outerHTML}</div>`;
}

const pictures: readonly Specimen[] = [
  {
    name: 'Panel',
    state: 'with a map in it',
    draw: () => (
      <Panel title="The table." reading="One row a position.">
        <SmallMap values={waves(32)} rows={4} columns={8} most={1} name="Four rows of eight" />
      </Panel>
    ),
  },
  {
    name: 'Choice',
    state: 'a chosen cell, and a second',
    draw: (scope) => (
      <Choice
        layout={{ rows: side, columns: side }}
        chosen={5}
        onChoose={nothing}
        second={10}
        label={`A picture of cells, ${scope}.`}
      >
        <Markup html={heatmapMarkup(weights(16), side, side, 'seq', [0, 1], 'Sixteen cells')} />
      </Choice>
    ),
  },
  markup('Heatmap, sequential', () =>
    heatmapMarkup(weights(16), side, side, 'seq', [0, 1], 'Sixteen weights'),
  ),
  markup('Heatmap, diverging', () =>
    heatmapMarkup(waves(16), side, side, 'div', [-1, 1], 'Sixteen numbers'),
  ),
  markup('Picture in ink', () => imageMarkup(image, 'A picture')),
  markup('Picture with a map under it', () => patchMapMarkup(map, image, 'A map of four patches')),
  markup('Attention of the class token', (scope) =>
    attentionMarkup(weights(2 * 2 * 25), [2, 2, 5], image, `attention-${scope}`),
  ),
  markup('Likeness of positions', () => similarityMarkup(waves(16))),
  {
    name: 'Numbers of a map',
    draw: (scope) => <MapTable caption={`Weights, ${scope}`} values={map} />,
  },
];

const diagrams: readonly Specimen[] = [
  markup('Two vectors against each other', () =>
    agreementFigure(
      {
        across: { name: 'before', values: waves(12) },
        up: { name: 'after', values: waves(12, 1.01) },
      },
      300,
    ),
  ),
  markup('Distance against steps', () =>
    distanceFigure(
      { curve: [0, 2, 3, 2.5, 4], fromChosen: [2, 0, 2, 3, 2.5], position: 1, offset: 3 },
      size,
    ),
  ),
  markup('Numbers on a logarithmic scale', () =>
    logDots(
      {
        name: 'Differences',
        rows: [
          { name: 'none', value: 0, chosen: false },
          { name: 'small', value: 1e-4, chosen: true },
          { name: 'large', value: 1, chosen: false },
        ],
        powers: [-8, 0],
      },
      300,
    ),
  ),
  markup('Lines on two logarithmic axes', () =>
    logPlot(
      {
        summary: 'Squares',
        across: { domain: [1, 100], ticks: [{ value: 10, text: '10' }], unit: 'tokens' },
        up: { domain: [1, 1e4], ticks: [{ value: 100, text: '100' }], unit: 'scores' },
        lines: [
          {
            name: 'squares',
            points: [
              [1, 1],
              [100, 1e4],
            ],
          },
        ],
        marks: [
          { at: [30, 900], text: 'a model' },
          { at: [10, 100], text: '', chosen: true },
        ],
        chosen: 10,
      },
      size,
    ),
  ),
  markup('Differences of every shift', () =>
    shiftCurve(
      { convolution: [0, 0, 0, 0, 0], tokens: [0, 0.5, 0, 0.25, 0], patchSize: 2, chosen: 1 },
      size,
    ),
  ),
  markup('An error that falls, two ways', () =>
    errorCurve(
      { principal: [30, 10, 4, 0], random: [30, 26, 20, 12], kept: 1, chosen: 'principal' },
      size,
    ),
  ),
  markup('Matrices to one scale', () =>
    shapeSizes(
      [
        { name: 'patches', hue: '--patch', rows: 4, columns: 12, sides: ['N', 'P²C'] },
        { name: 'E', hue: '--proj', rows: 12, columns: 8, sides: ['P²C', 'D'] },
      ],
      ['×'],
      { width: 340, tallest: 120 },
    ),
  ),
  markup('A loss that falls', () =>
    growthFigure(
      {
        curves: [
          { name: 'grid', losses: [4, 2, 1], chosen: true },
          { name: 'index', losses: [4, 3, 2.5], chosen: false },
        ],
        totalSteps: 10,
        guess: 3.9,
      },
      size,
    ),
  ),
  markup('Loss of a run', () => plotted((options) => lossCurve(curves, options))),
  markup('Accuracy of a run', () => plotted((options) => accuracyCurve(right, options))),
  markup('Distances of heads', () =>
    headDistanceFigure(
      {
        blocks: [
          [
            { mean: 8, range: null },
            { mean: 11, range: [9, 14] },
          ],
          [
            { mean: 13, range: null },
            { mean: 12.5, range: null },
          ],
        ],
        even: 12,
        chosen: [0, 1],
      },
      size,
    ),
  ),
  markup('Columns of a qkv matrix', () =>
    qkvColumnsFigure(
      Array.from({ length: 24 }, (_, c) => ({
        part: (['q', 'k', 'v'] as const)[Math.floor(c / 8)]!,
        head: Math.floor((c % 8) / 4),
      })),
      'Twenty-four columns',
    ),
  ),
];

export const figureSpecimens: readonly Specimen[] = [...pictures, ...diagrams];
