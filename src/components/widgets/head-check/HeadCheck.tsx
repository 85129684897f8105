/** The questions of chapter 10. */
import { lossNumbers } from '../../../lib/figures/loss-numbers.ts';
import { Check } from '../../check/Check.tsx';
import { GuessQuestion } from '../../check/GuessQuestion.tsx';
import { OptionsQuestion } from '../../check/OptionsQuestion.tsx';
import { LensAnswer, places } from './LensAnswer.tsx';
import { OrderAnswer } from './OrderAnswer.tsx';

const classes = 10;

export default function HeadCheck() {
  return (
    <Check name="head-check">
      <GuessQuestion
        text={`A fresh model gives all ${classes} classes the same logit. What is its loss, in hundredths of a nat?`}
        label="Loss in hundredths of a nat"
        unit="hundredths of a nat"
        min={0}
        max={1000}
        predicted={(said) => said >= 0}
        answer={(said) => <FreshAnswer said={said} />}
      />
      <OptionsQuestion
        text="The mean of the patches is to be read. Does it matter whether LN comes before the mean or after it?"
        label="Does the order matter"
        choices={['It is the same', 'It differs']}
        answer={(said) => <OrderAnswer said={said} />}
      />
      <OptionsQuestion
        text="From which place on does the head, put to your picture’s class token, give the answer that it gives at the end?"
        label="From which place on"
        choices={places}
        answer={(said) => <LensAnswer said={said} />}
      />
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
