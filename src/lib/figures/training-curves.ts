/** The curves of a training run, drawn by Observable Plot: training thin, validation thick, the last value at its end. */
import { axisX, axisY, gridY, lineY, plot, text, type Markish } from '@observablehq/plot';
import { namePlot } from './plot-element.ts';
import type { CurvePoint } from './thin-curve.ts';
import { whole } from './words.ts';

export interface TrainingCurves {
  training: readonly CurvePoint[];
  validation: readonly CurvePoint[];
  /** The horizontal axis goes from 0 to here. */
  totalSteps: number;
}

export interface CurveSize {
  /** Pixels. */
  width?: number;
  height?: number;
  /** Where to create elements: the page's own unless told. */
  document?: Document;
}

/** Mean cross-entropy in nats, from 0 to at least 3: an untrained model of ten classes starts near ln 10 = 2.3. */
export function lossCurve(curves: TrainingCurves, size: CurveSize = {}) {
  const all = [...curves.training, ...curves.validation].map((point) => point.value);
  const top = Math.max(3, Math.ceil(Math.min(Math.max(...all, 0), 10)));
  const element = draw(curves, { ...size, domain: [0, top], ticks: 3 });
  return namePlot(element, summary('Loss, in nats', curves));
}

/** Fraction of right answers, 0 to 1. */
export function accuracyCurve(curves: TrainingCurves, size: CurveSize = {}) {
  const element = draw(curves, { ...size, domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1] });
  return namePlot(element, summary('Accuracy', curves));
}

interface Frame extends CurveSize {
  domain: [number, number];
  /** How many gridlines, or where. */
  ticks: number | number[];
}

function draw({ training, validation, totalSteps }: TrainingCurves, frame: Frame) {
  const { width = 368, height = 236, document, domain, ticks } = frame;
  const line = { x: 'step', y: 'value', clip: true } as const;
  return plot({
    document,
    width,
    height,
    marginTop: 8,
    marginRight: 46,
    marginBottom: 24,
    marginLeft: 30,
    x: { domain: [0, totalSteps], label: null },
    y: { domain, label: null },
    marks: [
      gridY({ ticks, stroke: 'var(--rule)', strokeOpacity: 1 }),
      axisY({ ticks, tickSize: 0, tickFormat: shortNumber, label: null }),
      axisX({ ticks: 3, tickSize: 4, tickPadding: 4, tickFormat: whole, label: null }),
      unitLabel(totalSteps, domain[0]),
      lineY(training, { ...line, stroke: 'var(--ink-3)', strokeWidth: 1 }),
      lineY(validation, { ...line, stroke: 'var(--ink)', strokeWidth: 2 }),
      endLabel(validation),
    ],
  });
}

function unitLabel(totalSteps: number, bottom: number): Markish {
  const place = { textAnchor: 'start', frameAnchor: 'bottom-right', dx: 20, dy: 16 } as const;
  return text([{ step: totalSteps, value: bottom }], { ...place, text: () => 'steps' });
}

function endLabel(points: readonly CurvePoint[]): Markish {
  return text(points.slice(-1), {
    x: 'step',
    y: 'value',
    text: (point: CurvePoint) => point.value.toFixed(2),
    textAnchor: 'start',
    dx: 6,
    fill: 'var(--ink)',
  });
}

function summary(what: string, { training, validation }: TrainingCurves): string {
  const now = (name: string, points: readonly CurvePoint[]) => {
    const last = points.at(-1);
    if (!last) return `${name}: nothing yet`;
    return `${name}: ${points[0]!.value.toFixed(2)} at first, ${last.value.toFixed(2)} at step ${whole(last.step)}`;
  };
  return `${what}. ${now('Training', training)}. ${now('Validation', validation)}.`;
}

const shortNumber = (value: number) => (value === 0 ? '0' : String(value).replace(/^0\./, '.'));
