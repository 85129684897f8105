/** The questions of chapter 10. */
import { useState } from 'preact/hooks';
import { lossNumbers } from '../../../lib/figures/loss-numbers.ts';
import { Check } from '../../check/Check.tsx';
import { Guess } from '../../check/Guess.tsx';
import { Options } from '../../check/Options.tsx';
import { Question } from '../../check/Question.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { LensAnswer, places } from './LensAnswer.tsx';
import { OrderAnswer } from './OrderAnswer.tsx';

const classes = 10;

export default function HeadCheck() {
  const [loss, setLoss] = useState(NaN);
  const [order, setOrder] = useState<string | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  return (
    <Check name="head-check" awake={useAwake()}>
      <Question
        text={`A fresh model gives all ${classes} classes the same logit. What is its loss, in hundredths of a nat?`}
        predicted={loss >= 0}
        answer={() => <FreshAnswer said={loss} />}
      >
        <Guess
          label="Loss in hundredths of a nat"
          unit="hundredths of a nat"
          min={0}
          max={1000}
          value={loss}
          onInput={setLoss}
        />
      </Question>
      <Question
        text="The mean of the patches is to be read. Does it matter whether LN comes before the mean or after it?"
        predicted={order !== null}
        answer={() => <OrderAnswer said={order!} />}
      >
        <Options
          label="Does the order matter"
          choices={['It is the same', 'It differs']}
          value={order}
          onInput={setOrder}
        />
      </Question>
      <Question
        text="From which place on does the head, put to your picture’s class token, give the answer that it gives at the end?"
        predicted={place !== null}
        answer={() => <LensAnswer said={place!} />}
      >
        <Options label="From which place on" choices={places} value={place} onInput={setPlace} />
      </Question>
    </Check>
  );
}

function FreshAnswer({ said }: { said: number }) {
  const equal = Array.from({ length: classes }, () => 0);
  const { loss } = lossNumbers(equal, 0, 0);
  return (
    <p>
      You said {said}. Every class gets {1 / classes}, and −log {1 / classes} is{' '}
      <b data-number="fresh">{loss.toFixed(4)}</b> nats. A training curve that does not begin near
      there begins with a mistake, or with weights that are already sure of something.
    </p>
  );
}
