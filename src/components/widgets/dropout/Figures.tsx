import { useMemo } from 'preact/hooks';
import type { DropoutDrawsResult } from '../../../lib/engine/computations/dropout-draws.ts';
import { curvesFigure, type CurveLine } from '../../../lib/figures/curves-figure.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import type { VitConfig } from '../../../lib/model/config.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { UnitMap } from '../mlp-neurons/UnitMap.tsx';
import { argMax } from '../mlp-neurons/units.ts';
import { Kept } from './Kept.tsx';
import { Places } from './Places.tsx';
import type { DropoutSettings } from './settings.ts';
import { twoWays, type TwoWays, type Way } from './two-ways.ts';
import { meanWords, seen } from './words.ts';

interface FiguresProps {
  /** The class token's hidden numbers of block 1: [M]. */
  values: Float32Array;
  /** Every draw, and the rate that it was made with. */
  result: DropoutDrawsResult;
  rate: number;
  config: VitConfig;
  settings: DropoutSettings;
  change: (part: Partial<DropoutSettings>) => void;
}

/** The numbers, what one draw keeps of them, and the mean of many draws under both forms. */
export function Figures({ values, result, rate, config, settings, change }: FiguresProps) {
  const { draws } = settings;
  const unit = Math.min(settings.unit ?? argMax(values), values.length - 1);
  const ways = useMemo(
    () => twoWays(result, values[unit]!, { rate, draws, unit, units: values.length }),
    [result, unit, draws],
  );
  const last = result.mask.subarray((draws - 1) * values.length, draws * values.length);
  return (
    <>
      <Announced class="seen">{seen(ways, { unit, draws, rate })}</Announced>
      <div class="drop-panels">
        <Panel
          title={`${values.length} hidden numbers.`}
          reading="The class token’s in block 1, after GELU. Choose one."
        >
          <UnitMap
            values={values}
            chosen={unit}
            onChoose={(to) => change({ unit: to })}
            name={`Hidden numbers of the class token; unit ${unit + 1} is chosen.`}
          />
        </Panel>
        <Panel title={`Draw ${draws}.`} reading={keptWords(last)}>
          <Kept mask={last} />
        </Panel>
        <Panel
          title="The mean of all draws so far."
          reading="Straight lines: what inference gives."
        >
          <Means ways={ways} />
        </Panel>
      </div>
      <Numbers ways={ways} rate={rate} />
      <Places config={config} rate={settings.rate} attentionRate={settings.attentionRate} />
    </>
  );
}

const keptWords = (mask: Float32Array) =>
  `Full: kept, ${mask.filter((one) => one > 0).length} of ${mask.length}. Faint: zeroed.`;

const height = 250;

function Means({ ways }: { ways: TwoWays }) {
  const [holder, width] = useWidth<HTMLDivElement>(334);
  const html = useMemo(() => meansFigure(ways, width), [ways, width]);
  return (
    <div ref={holder} class="drop-means" style={`min-height:${height}px`}>
      <Markup html={html} />
    </div>
  );
}

/** The means of both forms against the number of draws, and what each form's inference gives. */
function meansFigure({ inverted, original }: TwoWays, width: number): string {
  const n = inverted.means.length;
  const edges = [inverted, original].flatMap(({ inference, kept }) => [inference, kept]);
  const [low, high] = [Math.min(0, ...edges), Math.max(0, ...edges)];
  const run = ({ means }: Way): CurveLine['points'] =>
    Array.from(means, (mean, k) => [k + 1, mean]);
  const level = ({ inference }: Way): CurveLine['points'] => [
    [1, inference],
    [Math.max(2, n), inference],
  ];
  const label = (way: Way, text: string, dy: number): CurveLine['label'] => ({
    text,
    at: [Math.max(2, n), way.inference],
    dy,
    end: true,
  });
  const above = inverted.inference >= original.inference;
  const name =
    `Mean of 1 to ${n} draws. Inverted: ${meanWords(inverted)}, inference ${signed(inverted.inference, 3)}. ` +
    `Original: ${meanWords(original)}, inference ${signed(original.inference, 3)}.`;
  return curvesFigure(
    {
      name,
      lines: [
        { points: level(inverted), ink: 'ink-2', thick: 1 },
        { points: level(original), ink: 'ink-2', thick: 1 },
        { points: run(inverted), ink: 'ink', label: label(inverted, 'inverted', above ? -9 : 17) },
        {
          points: run(original),
          ink: 'ink-2',
          dash: '5 3',
          label: label(original, 'original', above ? 17 : -9),
        },
      ],
      x: [1, Math.max(2, n)],
      y: [low, high === low ? 1 : high],
      unit: 'draws',
    },
    { width, height },
  );
}

function Numbers({ ways, rate }: { ways: TwoWays; rate: number }) {
  const keep = (1 - rate).toFixed(2);
  const rows = [
    { key: 'inverted', way: ways.inverted, training: `× 1 / ${keep}`, inference: 'as it is' },
    { key: 'original', way: ways.original, training: 'as it is', inference: `× ${keep}` },
  ];
  return (
    <div class="drop-numbers scroll" tabIndex={0} role="group" aria-label="Both forms of dropout">
      <table>
        <thead>
          <tr>
            <th scope="col">form</th>
            <th scope="col">kept, in training</th>
            <th scope="col">mean of the draws</th>
            <th scope="col">its standard error</th>
            <th scope="col">at inference</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, way, training, inference }) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              <td>
                {training}: {signed(way.kept, 3)}
              </td>
              <td data-number={`${key}-mean`}>{signed(way.means[way.means.length - 1]!, 4)}</td>
              <td data-number={`${key}-error`}>
                {Number.isFinite(way.error) ? way.error.toFixed(4) : 'one draw has none'}
              </td>
              <td>
                {inference}:{' '}
                <span data-number={`${key}-inference`}>{signed(way.inference, 4)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
