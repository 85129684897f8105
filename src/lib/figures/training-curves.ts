/** The curves of a training run, drawn by Observable Plot: training thin, validation thick, the last value at its end. */
import { axisX, axisY, gridY, lineY, plot, text, type Markish } from '@observablehq/plot';
import { freePlaces } from './free-places.ts';
import { namePlot } from './plot-element.ts';
import { runDashes } from './run-dashes.ts';
import type { CurvePoint } from './thin-curve.ts';
import { whole } from './words.ts';

export interface TrainingCurves {
  training: readonly CurvePoint[];
  validation: readonly CurvePoint[];
  /** The horizontal axis goes from 0 to here, or to the end of a longer earlier run. */
  totalSteps: number;
  /** Validation curves of other runs, dashed and named at their ends. */
  earlier?: readonly EarlierCurve[];
}

export interface EarlierCurve {
  name: string;
  /** One at least. */
  points: readonly CurvePoint[];
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
  const { training, validation, earlier = [] } = curves;
  const lines = [training, validation, ...earlier.map(({ points }) => points)];
  const all = lines.flat().map((point) => point.value);
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

function draw(curves: TrainingCurves, frame: Frame) {
  const { training, validation, earlier = [] } = curves;
  const { width = 368, height = 236, document, domain, ticks } = frame;
  const totalSteps = Math.max(
    curves.totalSteps,
    ...earlier.map(({ points }) => points.at(-1)!.step),
  );
  const place: Place = { width, height, domain, totalSteps, right: rightMargin(earlier) };
  const line = { x: 'step', y: 'value', clip: true } as const;
  return plot({
    document,
    width,
    height,
    marginTop: margin.top,
    marginRight: place.right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    x: { domain: [0, totalSteps], label: null },
    y: { domain, label: null },
    marks: [
      gridY({ ticks, stroke: 'var(--rule)', strokeOpacity: 1 }),
      axisY({ ticks, tickSize: 0, tickFormat: shortNumber, label: null }),
      axisX({ ticks: 3, tickSize: 4, tickPadding: 4, tickFormat: whole, label: null }),
      unitLabel(totalSteps, domain[0]),
      ...earlier.map(({ points }, i) =>
        lineY(points, {
          ...line,
          ...earlierLine,
          strokeDasharray: runDashes[i % runDashes.length],
        }),
      ),
      lineY(training, { ...line, stroke: 'var(--ink-3)', strokeWidth: 1 }),
      lineY(validation, { ...line, stroke: 'var(--ink)', strokeWidth: 2 }),
      ...(earlier.length > 0 ? [earlierLabels(earlier, validation, place)] : []),
      endLabel(validation),
    ],
  });
}

const margin = { top: 8, bottom: 24, left: 30 };
const earlierLine = { stroke: 'var(--ink-3)', strokeWidth: 1.25 };

/** Pixels of a character, at most, and between two lines of labels. */
const labelSize = { character: 6.5, line: 13 };

/** Room for the longest name, as far as the figure can spare it. */
function rightMargin(earlier: readonly EarlierCurve[]): number {
  const longest = Math.max(0, ...earlier.map(({ name }) => shortName(name).length));
  return Math.max(46, Math.ceil(12 + labelSize.character * longest));
}

const shortName = (name: string) => (name.length > 14 ? `${name.slice(0, 13).trimEnd()}…` : name);

interface Place {
  width: number;
  height: number;
  /** Pixels. */
  right: number;
  domain: [number, number];
  totalSteps: number;
}

/** The names at the ends of their lines, none over another or over the value of the run itself. */
function earlierLabels(
  earlier: readonly EarlierCurve[],
  validation: readonly CurvePoint[],
  { width, height, right, domain: [low, high], totalSteps }: Place,
): Markish {
  const across = (width - margin.left - right) / totalSteps;
  const up = (height - margin.top - margin.bottom) / (high - low);
  const named = earlier.map(({ name, points }) => ({ ...points.at(-1)!, name: shortName(name) }));
  const own = validation.slice(-1).map((point) => ({ ...point, name: point.value.toFixed(2) }));
  const ends = [...own, ...named].map(({ step, value, name }) => ({
    x: margin.left + across * step,
    y: margin.top + up * (high - value),
    width: labelSize.character * name.length,
  }));
  const heights = freePlaces(ends, [margin.top, height - margin.bottom], labelSize.line);
  const free = heights.slice(own.length).map((y) => high - (y - margin.top) / up);
  return text(named, {
    x: 'step',
    y: free,
    text: 'name',
    textAnchor: 'start',
    dx: 6,
    fill: 'var(--ink-2)',
    stroke: 'var(--paper)',
    strokeWidth: 4,
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

function summary(what: string, { training, validation, earlier = [] }: TrainingCurves): string {
  const now = (name: string, points: readonly CurvePoint[]) => {
    const last = points.at(-1);
    if (!last) return `${name}: nothing yet`;
    return `${name}: ${points[0]!.value.toFixed(2)} at first, ${last.value.toFixed(2)} at step ${whole(last.step)}`;
  };
  const others = earlier.map(({ name, points }) => ` ${now(name, points)}.`).join('');
  return `${what}. ${now('Training', training)}. ${now('Validation', validation)}.${others}`;
}

const shortNumber = (value: number) => (value === 0 ? '0' : String(value).replace(/^0\./, '.'));
