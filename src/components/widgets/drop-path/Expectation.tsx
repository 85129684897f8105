import { useMemo } from 'preact/hooks';
import { curvesFigure } from '../../../lib/figures/curves-figure.ts';
import { columnOf, runningMean } from '../../../lib/figures/running-mean.ts';
import { useComputation } from '../engine/use-computation.ts';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { draws } from './settings.ts';

interface ExpectationProps {
  /** Of the last block. */
  rate: number;
  seed: number;
}

const height = 220;

/** The mean of what a branch is multiplied by, over many draws: it tends to the 1 of evaluation. */
export function Expectation({ rate, seed }: ExpectationProps) {
  const request = useMemo(
    () => () => ({ values: Float32Array.of(1), rate, draws, seed, path: true }),
    [rate, seed],
  );
  const [{ result, request: answered }] = useComputation('drop-path-mean', 'dropoutDraws', request);
  if (!result || !answered) return <div class="path-mean" style={`min-height:${height + 40}px`} />;
  return <Mean factors={columnOf(result.output, 1, 0, draws)} rate={answered.rate} />;
}

export function Mean({ factors, rate }: { factors: ArrayLike<number>; rate: number }) {
  const [holder, width] = useWidth<HTMLDivElement>(640);
  const { means, error } = runningMean(factors);
  const n = means.length;
  const mean = means[n - 1]!;
  const kept = 1 / (1 - rate);
  const html = curvesFigure(
    {
      name: `Mean factor of 1 to ${n} draws, ${mean.toFixed(3)} in the end, with a standard error of ${error.toFixed(3)}; evaluation has 1.`,
      lines: [
        {
          points: [
            [1, 1],
            [n, 1],
          ],
          ink: 'ink-2',
          thick: 1,
          label: { text: 'evaluation', at: [n, 1], dy: 16, end: true },
        },
        { points: Array.from(means, (one, k) => [k + 1, one] as const), ink: 'ink' },
      ],
      x: [1, n],
      y: [0, Math.max(2, kept) * 1.02],
      unit: 'draws',
    },
    { width, height },
  );
  return (
    <Panel
      class="path-mean"
      title="In training and at evaluation."
      reading={
        <>
          The last block’s factor is 0 or {kept.toFixed(2)}. Its mean over {n} draws is{' '}
          <span data-number="mean-factor">{mean.toFixed(3)}</span>, with a standard error of{' '}
          <span data-number="mean-error">{error.toFixed(3)}</span>; evaluation multiplies by 1.
        </>
      }
    >
      <div ref={holder} style={`min-height:${height}px`}>
        <Markup html={html} />
      </div>
    </Panel>
  );
}
