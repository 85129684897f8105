import { softmaxOf } from '../../../lib/figures/attention-head.ts';
import { compact, signed } from '../../../lib/figures/small-numbers.ts';
import { mixedValue, twoTokensFigure } from '../../../lib/figures/two-tokens-figure.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { values, type Scores } from './settings.ts';
import { seen } from './words.ts';

/** Two scores become two weights, and the weights mix two values. */
export function Figures({ scores }: { scores: Scores }) {
  const weights = softmaxOf([...scores]);
  const output = mixedValue(weights, values);
  return (
    <>
      <Announced class="seen">{seen(scores, weights)}</Announced>
      <div class="two-panels">
        <Panel title="Two scores become two weights." reading="They are positive and sum to 1.">
          <Shares scores={scores} weights={weights} />
        </Panel>
        <Panel
          title={
            <>
              The weights mix two <span class="value">values</span>.
            </>
          }
          reading="Values of two numbers each, so that they can be drawn."
        >
          <Markup
            class="two-plane"
            html={twoTokensFigure({ weights, values }, { width: 340, height: 250 })}
          />
          <p class="two-mix">
            {weights[0]!.toFixed(2)} × ({values[0].join(', ')}) + {weights[1]!.toFixed(2)} × (
            {values[1].join(', ')}) ={' '}
            <b data-number="output">({output.map((one) => signed(one, 2)).join(', ')})</b>
          </p>
        </Panel>
      </div>
    </>
  );
}

function Shares({ scores, weights }: { scores: Scores; weights: readonly number[] }) {
  const exponentials = scores.map((score) => Math.exp(score));
  const total = compact(exponentials[0]! + exponentials[1]!);
  return (
    <div class="two-shares">
      {scores.map((score, i) => (
        <div key={i}>
          <p>
            <small>token {i + 1}</small>
            <span>
              e<sup>{signed(score, 1)}</sup> = {compact(exponentials[i]!)}
            </span>
            <span class="over">
              {compact(exponentials[i]!)} / {total} ={' '}
              <b data-number={`weight-${i + 1}`}>{weights[i]!.toFixed(2)}</b>
            </span>
          </p>
          <i class="bar" style={`--share:${weights[i]!.toFixed(4)}`} />
        </div>
      ))}
    </div>
  );
}
