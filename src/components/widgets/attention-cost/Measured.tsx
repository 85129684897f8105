import { logPlot, type LogPlot, type Point } from '../../../lib/figures/log-plot.ts';
import { Markup } from '../../figures/Markup.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { measuredGrids, mlpRatio } from './settings.ts';
import type { Times } from './use-times.ts';

const height = 300;

/** Measured times against tokens; before anything is measured, what the button does. */
export function Measured({ found }: { found: Times }) {
  const [holder, width] = useWidth<HTMLDivElement>(440);
  const { times, embedDim, numHeads } = found;
  const counts = measuredGrids.map((grid) => (grid ** 2 + 1).toLocaleString('en-GB'));
  return (
    <div ref={holder}>
      {times.length < 2 ? (
        <p class="pt">
          “Measure” runs attention and an MLP of ratio {mlpRatio} with{' '}
          {counts.slice(0, -1).join(', ')} and {counts.at(-1)} tokens on this device.
        </p>
      ) : (
        <>
          <Markup html={logPlot(plotOf(found), { width: Math.min(width, 520), height })} />
          <p class="pt">
            D = {embedDim}, H = {numHeads}.{' '}
            {times.map(({ tokens, attention }) => (
              <span key={tokens}>
                {tokens.toLocaleString('en-GB')} tokens:{' '}
                <span data-number={`ms-${tokens}`}>{attention.toFixed(1)}</span> ms.{' '}
              </span>
            ))}
          </p>
        </>
      )}
    </div>
  );
}

function plotOf({ times }: Times): LogPlot {
  const line = (key: 'attention' | 'mlp') => times.map((one): Point => [one.tokens, one[key]]);
  const values = times.flatMap(({ attention, mlp }) => [attention, mlp]);
  const [low, high] = [
    Math.floor(Math.log10(Math.min(...values))),
    Math.ceil(Math.log10(Math.max(...values))),
  ];
  const last = times.at(-1)!;
  return {
    summary: `Milliseconds against tokens. ${times.map(({ tokens, attention, mlp }) => `${tokens}: attention ${attention.toFixed(1)}, MLP ${mlp.toFixed(1)}`).join('; ')}.`,
    across: {
      domain: [times[0]!.tokens, last.tokens],
      ticks: times.map(({ tokens }) => ({ value: tokens, text: String(tokens) })),
      unit: 'tokens',
    },
    up: {
      domain: [10 ** low, 10 ** high],
      ticks: Array.from({ length: high - low + 1 }, (_, i) => ({
        value: 10 ** (low + i),
        text: (10 ** (low + i)).toLocaleString('en-GB'),
      })),
      unit: 'ms',
    },
    lines: [
      { name: 'attention', points: line('attention') },
      { name: 'MLP', points: line('mlp'), dashed: true },
    ],
    marks: times.flatMap(({ tokens, attention, mlp }) =>
      [attention, mlp].map((value) => ({ at: [tokens, value] as const, text: '' })),
    ),
    chosen: null,
  };
}
