/** The questions of chapter 7. */
import { useState } from 'preact/hooks';
import { Check } from '../../check/Check.tsx';
import { Guess } from '../../check/Guess.tsx';
import { Options } from '../../check/Options.tsx';
import { Question } from '../../check/Question.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { asked as askedSlope, SlopeAnswer } from './SlopeAnswer.tsx';
import { DropAnswer, rate } from './DropAnswer.tsx';
import { LocalAnswer } from './LocalAnswer.tsx';
import { signed } from '../../../lib/figures/small-numbers.ts';

const slopes = ['Below zero', 'Zero', 'Above zero'];
const reaches = ['One output', 'Its neighbours too', 'All outputs'];

export default function MlpCheck() {
  const [slope, setSlope] = useState<string | null>(null);
  const [reach, setReach] = useState<string | null>(null);
  const [grown, setGrown] = useState(NaN);
  return (
    <Check name="mlp-check" awake={useAwake()}>
      <Question
        text={`A hidden number is ${signed(askedSlope, 1)}. Through ReLU its gradient is zero. What is the slope of GELU there?`}
        predicted={slope !== null}
        answer={() => <SlopeAnswer said={slope!} />}
      >
        <Options label="The slope of GELU" choices={slopes} value={slope} onInput={setSlope} />
      </Question>
      <Question
        text="One token goes through attention after it has been changed, and only then does every token go through the MLP. How many of the block’s outputs change?"
        predicted={reach !== null}
        answer={() => <LocalAnswer said={reach!} />}
      >
        <Options label="How many outputs" choices={reaches} value={reach} onInput={setReach} />
      </Question>
      <Question
        text={`Inverted dropout with a rate of ${rate}: what does a kept number of 100 become while training?`}
        predicted={grown > 0}
        answer={() => <DropAnswer said={grown} />}
      >
        <Guess
          label="What a kept 100 becomes"
          unit="0 to 1,000"
          min={0}
          max={1000}
          value={grown}
          onInput={setGrown}
        />
      </Question>
    </Check>
  );
}
