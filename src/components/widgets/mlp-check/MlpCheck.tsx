/** The questions of chapter 7. */
import { Check } from '../../check/Check.tsx';
import { GuessQuestion } from '../../check/GuessQuestion.tsx';
import { OptionsQuestion } from '../../check/OptionsQuestion.tsx';
import { asked as askedSlope, SlopeAnswer } from './SlopeAnswer.tsx';
import { DropAnswer, rate } from './DropAnswer.tsx';
import { LocalAnswer } from './LocalAnswer.tsx';
import { signed } from '../../../lib/figures/small-numbers.ts';

const slopes = ['Below zero', 'Zero', 'Above zero'];
const reaches = ['One output', 'Its neighbours too', 'All outputs'];

export default function MlpCheck() {
  return (
    <Check name="mlp-check">
      <OptionsQuestion
        text={`A hidden number is ${signed(askedSlope, 1)}. Through ReLU its gradient is zero. What is the slope of GELU there?`}
        label="The slope of GELU"
        choices={slopes}
        answer={(said) => <SlopeAnswer said={said} />}
      />
      <OptionsQuestion
        text="One token goes through attention after it has been changed, and only then does every token go through the MLP. How many of the block’s outputs change?"
        label="How many outputs"
        choices={reaches}
        answer={(said) => <LocalAnswer said={said} />}
      />
      <GuessQuestion
        text={`Inverted dropout with a rate of ${rate}: what does a kept number of 100 become while training?`}
        label="What a kept 100 becomes"
        unit="0 to 1,000"
        min={0}
        max={1000}
        predicted={(said) => said > 0}
        answer={(said) => <DropAnswer said={said} />}
      />
    </Check>
  );
}
