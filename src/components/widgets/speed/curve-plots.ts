/** Time of a step against batch, depth and tokens: three plots with one scale of milliseconds. */
import type { LogLine, LogPlot, Point } from '../../../lib/figures/log-plot.ts';
import type {
  ContestantName,
  CurveAxis,
  CurvePoint,
  CurveRecord,
} from '../../../lib/io/bench-record.ts';

const units: Record<CurveAxis, string> = { batch: 'batch', depth: 'depth', tokens: 'tokens' };

/** Short enough to stand at the end of a line. */
const names: Partial<Record<ContestantName, string>> = {
  ops: 'operations',
  plain: 'plain',
  fused: 'fused',
  jaxWasm: 'jax-js',
};

export function curvePlots(curves: CurveRecord[]): LogPlot[] {
  const all = curves.flatMap(({ points }) => points.flatMap(medians)).map(({ ms }) => ms);
  const powers = [
    Math.floor(Math.log10(Math.min(...all))),
    Math.ceil(Math.log10(Math.max(...all))),
  ];
  const ticks = Array.from({ length: powers[1] - powers[0] + 1 }, (_, i) => 10 ** (powers[0] + i));
  const up = {
    domain: [ticks[0], ticks.at(-1)!] as const,
    ticks: ticks.map(asTick),
    unit: 'ms a step',
  };
  return curves.map(({ axis, points }) => ({
    summary: summaryOf(axis, points),
    across: {
      domain: [points[0].value, points.at(-1)!.value] as const,
      ticks: points.map(({ value }) => asTick(value)),
      unit: units[axis],
    },
    up,
    lines: linesOf(points),
    marks: [],
    chosen: null,
  }));
}

function linesOf(points: CurvePoint[]): LogLine[] {
  const contestants = Object.keys(points[0].steps) as ContestantName[];
  return contestants.map((contestant) => ({
    name: names[contestant] ?? contestant,
    points: points.map(({ value, steps }): Point => [value, steps[contestant]!.median]),
    dashed: contestant !== 'fused',
  }));
}

function medians({ steps }: CurvePoint) {
  return Object.entries(steps).map(([name, { median }]) => ({
    name: names[name as ContestantName] ?? name,
    ms: median,
  }));
}

function summaryOf(axis: CurveAxis, points: CurvePoint[]): string {
  const lines = points.map(
    (point) =>
      `${units[axis]} ${point.value}: ${medians(point).map(({ name, ms }) => `${name} ${ms} ms`).join(', ')}`, // prettier-ignore
  );
  return `Milliseconds a step. ${lines.join('; ')}.`;
}

function asTick(value: number) {
  return { value, text: value.toLocaleString('en-GB') };
}
