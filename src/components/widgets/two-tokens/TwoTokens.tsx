/** The smallest attention: one query, two keys; move the scores and see weights and output follow. */
import { useState } from 'preact/hooks';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { Button } from '../../controls/Button.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import { defaults, pairs, range, type Scores } from './settings.ts';

export default function TwoTokens() {
  const [scores, setScores] = useState<Scores>(defaults);
  const awake = useAwake();
  const pair = Object.keys(pairs).find((name) => pairs[name]!.join() === scores.join());
  return (
    <Widget
      name="two-tokens"
      titleId="two-title"
      title="One query, two keys"
      intro="Move the scores. The weights and the output follow."
      state={awake ? 'ready' : 'poster'}
      backend="cpu"
    >
      <div class="ctl">
        <Score token={1} value={scores[0]} onInput={(to) => setScores([to, scores[1]])} />
        <Score token={2} value={scores[1]} onInput={(to) => setScores([scores[0], to])} />
        <span class="f">
          <span>scores</span>
          <Segmented
            label="Scores"
            value={pair ?? ''}
            choices={Object.keys(pairs)}
            onInput={(name) => setScores(pairs[name]!)}
          />
        </span>
        <Button label="Reset" onPress={() => setScores(defaults)} />
      </div>
      <Figures scores={scores} />
      <StatusLine
        facts={
          awake
            ? ['computed here', 'JavaScript, in doubles', 'no weights: the scores are yours']
            : ['drawn when the site was built']
        }
      >
        {awake && <DeviceCheck stages={['scaled-dot-product']} />}
      </StatusLine>
      <NumberTable scores={scores} />
    </Widget>
  );
}

interface ScoreProps {
  token: number;
  value: number;
  onInput: (value: number) => void;
}

function Score({ token, value, onInput }: ScoreProps) {
  return (
    <label class="f">
      score of token {token}
      <input
        type="range"
        name={`score of token ${token}`}
        {...range}
        value={value}
        title={`default: ${defaults[token - 1]}`}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
      />
      <output aria-live="off">{signed(value, 1)}</output>
    </label>
  );
}
