import { useMemo } from 'preact/hooks';
import {
  curvesFigure,
  curvesMark,
  valueAcross,
  type CurveLine,
  type CurvesFigure,
} from '../../../lib/figures/curves-figure.ts';
import { scientific, signed } from '../../../lib/figures/small-numbers.ts';
import type { Activation } from '../../../lib/stages/activations.ts';
import { activationCurves, largestGap } from '../../../lib/stages/activation-curves.ts';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { activationKeys, activationNames, range } from './settings.ts';

interface FiguresProps {
  x: number;
  onX: (x: number) => void;
}

const { gelu, geluTanh } = activationCurves;

/** Where the two forms of GELU lie farthest apart. */
export const farthest = largestGap(gelu, geluTanh, range[1]);

const started = performance.now();
const samples = Array.from({ length: 201 }, (_, i) => range[0] + (i / 200) * (range[1] - range[0]));
const pointsOf = (curve: (x: number) => number) => samples.map((x) => [x, curve(x)] as const);

/** The three curves, their slopes, and how far the two forms of GELU lie apart. */
export function Figures({ x, onX }: FiguresProps) {
  return (
    <>
      <div class="act-panels">
        <Panel title="The curves." reading="What becomes of a hidden number x.">
          <Curves figure={valueFigure} at={valuesAt(x)} x={x} onX={onX} />
        </Panel>
        <Panel title="Their slopes." reading="What a gradient is multiplied by on its way back.">
          <Curves figure={slopeFigure} at={slopesAt(x)} x={x} onX={onX} />
        </Panel>
        <Panel
          title="GELU minus its tanh form."
          reading={`At most ${scientific(farthest.gap)}, at |x| = ${farthest.x.toFixed(2)}.`}
        >
          <Curves figure={gapFigure} at={[gap(x)]} x={x} onX={onX} />
        </Panel>
      </div>
      <Numbers x={x} />
    </>
  );
}

const gap = (x: number) => gelu.value(x) - geluTanh.value(x);
const valuesAt = (x: number) => activationKeys.map((key) => activationCurves[key].value(x));
const slopesAt = (x: number) => activationKeys.map((key) => activationCurves[key].derivative(x));

const styles: Record<Activation, Pick<CurveLine, 'ink' | 'thick' | 'dash'>> = {
  relu: { ink: 'ink-3', thick: 1.5 },
  gelu: { ink: 'ink' },
  geluTanh: { ink: 'ink-2', thick: 2, dash: '2 6' },
};
const drawn: Activation[] = ['relu', 'gelu', 'geluTanh'];

type Labels = Record<Activation, CurveLine['label']>;

const linesOf = (what: 'value' | 'derivative', labels: Labels): CurveLine[] =>
  drawn.map((key) => ({
    ...styles[key],
    points: pointsOf(activationCurves[key][what]),
    label: labels[key],
  }));

const valueFigure: CurvesFigure = {
  name: 'GELU, its tanh form and ReLU from −5 to 5: all three end at 5; GELU dips below zero near −0.75, ReLU is zero up to 0.',
  lines: linesOf('value', {
    relu: { text: 'ReLU', at: [-4.4, 0], dy: -8 },
    gelu: { text: 'GELU', at: [2.2, gelu.value(2.2)], dx: 10, dy: 10 },
    geluTanh: { text: 'tanh form, dotted', at: [5, 0.7], dy: 4, end: true },
  }),
  x: range,
  y: [-0.6, 5],
  unit: 'x',
};

const slopeFigure: CurvesFigure = {
  name: 'The slopes from −5 to 5: ReLU steps from 0 to 1 at zero; GELU falls below 0, rises above 1 and ends at 1.',
  lines: linesOf('derivative', {
    relu: { text: 'ReLU', at: [-4.4, 0], dy: -8 },
    gelu: { text: 'GELU', at: [0.7, 0.8], dx: 6, dy: 4 },
    geluTanh: { text: 'tanh form, dotted', at: [5, 0.6], dy: 4, end: true },
  }),
  x: range,
  y: [-0.25, 1.25],
  unit: 'x',
};

const gapFigure: CurvesFigure = {
  name: `GELU minus its tanh form from −5 to 5: at most ${scientific(farthest.gap)}, at ${farthest.x.toFixed(2)} on both sides of zero.`,
  lines: [{ points: pointsOf(gap), ink: 'ink' }],
  x: range,
  y: [-6e-4, 6e-4],
  unit: 'x',
  scale: { by: 1e-4, text: 'times 1e−4' },
};

/** Milliseconds that the curves took. */
export const drawnIn = performance.now() - started;
/** Points of each curve. */
export const sampleCount = samples.length;

interface CurvesProps extends FiguresProps {
  figure: CurvesFigure;
  /** The values at x. */
  at: readonly number[];
}

const height = 250;

/** A figure on which a press takes x along. */
function Curves({ figure, at, x, onX }: CurvesProps) {
  const [holder, width] = useWidth<HTMLDivElement>(334);
  const html = useMemo(() => curvesFigure(figure, { width, height }), [figure, width]);
  const mark = curvesMark({ ...figure, at: { x, points: at } }, { width, height });
  const point = (event: PointerEvent) => {
    const { left } = (event.currentTarget as Element).getBoundingClientRect();
    onX(valueAcross(range, event.clientX - left, width));
  };
  return (
    <div
      ref={holder}
      class="act-curves"
      style={`min-height:${height}px`}
      onPointerDown={point}
      onPointerMove={(event) => event.buttons === 1 && point(event)}
    >
      <Markup html={html} />
      <Markup class="act-mark" html={mark} />
    </div>
  );
}

/** What the curves are at x. */
function Numbers({ x }: { x: number }) {
  return (
    <div
      class="act-numbers scroll"
      tabIndex={0}
      role="group"
      aria-label={`The curves at ${signed(x, 2)}`}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">at x = {signed(x, 2)}</th>
            <th scope="col">value</th>
            <th scope="col">slope</th>
            <th scope="col">less than GELU by</th>
          </tr>
        </thead>
        <tbody>
          {activationKeys.map((key) => {
            const { value, derivative } = activationCurves[key];
            return (
              <tr key={key}>
                <th scope="row">{activationNames[key]}</th>
                <td data-number={`${key}-value`}>{signed(value(x), 5)}</td>
                <td data-number={`${key}-slope`}>{signed(derivative(x), 5)}</td>
                <td data-number={`${key}-gap`}>{scientific(gelu.value(x) - value(x))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
