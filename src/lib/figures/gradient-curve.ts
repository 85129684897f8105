/** The norm of the gradient over a run, drawn by Observable Plot, with the length to which it is clipped. */
import { axisX, axisY, gridY, lineY, plot, ruleY, text } from '@observablehq/plot';
import { namePlot } from './plot-element.ts';
import { compact } from './small-numbers.ts';
import type { CurvePoint } from './thin-curve.ts';
import { whole } from './words.ts';

export interface GradientCurve {
  norms: readonly CurvePoint[];
  totalSteps: number;
  clipNorm: number;
}

export interface GradientCurveSize {
  width?: number;
  height?: number;
  document?: Document;
}

/** From 0 to the largest norm so far, at least twice the clipping length. */
export function gradientCurve(
  { norms, totalSteps, clipNorm }: GradientCurve,
  { width = 368, height = 200, document }: GradientCurveSize = {},
) {
  const top = Math.max(2 * clipNorm, ...norms.map(({ value }) => value));
  const element = plot({
    document,
    width,
    height,
    marginTop: 8,
    marginRight: 46,
    marginBottom: 24,
    marginLeft: 30,
    x: { domain: [0, totalSteps], label: null },
    y: { domain: [0, top], label: null },
    marks: [
      gridY({ ticks: 4, stroke: 'var(--rule)', strokeOpacity: 1 }),
      axisY({ ticks: 4, tickSize: 0, label: null }),
      axisX({ ticks: 3, tickSize: 4, tickPadding: 4, tickFormat: whole, label: null }),
      text([totalSteps], { text: () => 'steps', textAnchor: 'start', frameAnchor: 'bottom-right', dx: 20, dy: 16 }), // prettier-ignore
      ruleY([clipNorm], { stroke: 'var(--ink-2)', strokeDasharray: '4 3' }),
      lineY(norms, { x: 'step', y: 'value', stroke: 'var(--ink)', strokeWidth: 1 }),
      text(norms.slice(-1), { x: 'step', y: 'value', text: ({ value }: CurvePoint) => compact(value), textAnchor: 'start', dx: 6, fill: 'var(--ink)' }), // prettier-ignore
    ],
  });
  return namePlot(element, summary(norms, clipNorm));
}

function summary(norms: readonly CurvePoint[], clipNorm: number): string {
  const last = norms.at(-1);
  if (!last) return `Length of the gradient, clipped to ${clipNorm}: nothing yet.`;
  const most = Math.max(...norms.map(({ value }) => value));
  return `Length of the gradient, clipped to ${clipNorm}: ${compact(last.value)} at step ${whole(last.step)}, ${compact(most)} at most.`;
}
