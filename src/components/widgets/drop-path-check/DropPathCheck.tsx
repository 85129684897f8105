/** The questions of chapter 8. */
import { Check } from '../../check/Check.tsx';
import { GuessQuestion } from '../../check/GuessQuestion.tsx';
import { OptionsQuestion } from '../../check/OptionsQuestion.tsx';
import { asked, FactorAnswer, DepthAnswer } from './Answers.tsx';

const kinds = ['Some numbers are zero', 'The whole branch is zero', 'The whole token is zero'];

export default function DropPathCheck() {
  return (
    <Check name="drop-path-check">
      <GuessQuestion
        text={`A model of ${asked.depth} blocks is trained with a drop path rate of ${asked.rate} and the linear rule. How many blocks’ worth of branches does a sample pass on average?`}
        label="Blocks passed on average"
        unit={`blocks, 0 to ${asked.depth}`}
        min={0}
        max={asked.depth}
        predicted={(said) => said >= 0 && said <= asked.depth}
        answer={(said) => <DepthAnswer said={said} />}
      />
      <OptionsQuestion
        text="A sample’s MLP branch is dropped in a block. What of that sample?"
        label="What is zero"
        choices={kinds}
        answer={(said) => <FactorAnswer said={said} />}
      />
    </Check>
  );
}
