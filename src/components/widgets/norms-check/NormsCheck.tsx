/** The questions of chapter 6. */
import { useState } from 'preact/hooks';
import { Check } from '../../check/Check.tsx';
import { Guess } from '../../check/Guess.tsx';
import { Options } from '../../check/Options.tsx';
import { Question } from '../../check/Question.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { asked, CountAnswer } from './CountAnswer.tsx';
import { MovedAnswer } from './MovedAnswer.tsx';
import { WhoseAnswer } from './WhoseAnswer.tsx';

const norms = ['Both', 'LayerNorm', 'RMSNorm', 'Neither'];
const whose = ['All pictures’', 'That picture’s alone', 'Nobody’s'];

export default function NormsCheck() {
  const [count, setCount] = useState(NaN);
  const [norm, setNorm] = useState<string | null>(null);
  const [who, setWho] = useState<string | null>(null);
  const { B, P, C } = asked;
  return (
    <Check name="norms-check" awake={useAwake()}>
      <Question
        text={`A batch of ${B} pictures, ${P} tokens each, ${C} numbers a token. Over how many numbers does BatchNorm take one mean while it trains?`}
        predicted={count >= 1}
        answer={() => <CountAnswer said={count} />}
      >
        <Guess
          label="Numbers under one mean"
          unit="numbers"
          min={1}
          max={B * P * C}
          value={count}
          onInput={setCount}
        />
      </Question>
      <Question
        text="Every number of a token is multiplied by 10, and 5 is added. Which norm gives what it gave before?"
        predicted={norm !== null}
        answer={() => <MovedAnswer said={norm!} />}
      >
        <Options label="Which norm" choices={norms} value={norm} onInput={setNorm} />
      </Question>
      <Question
        text="BatchNorm at evaluation: something is added to one picture of the batch. Whose outputs move?"
        predicted={who !== null}
        answer={() => <WhoseAnswer said={who!} />}
      >
        <Options label="Whose outputs move" choices={whose} value={who} onInput={setWho} />
      </Question>
    </Check>
  );
}
