/** The questions of chapter 4. */
import type { ComponentChildren } from 'preact';
import { Check } from '../../check/Check.tsx';
import { GuessQuestion } from '../../check/GuessQuestion.tsx';
import { OptionsQuestion } from '../../check/OptionsQuestion.tsx';
import { useLater } from '../../figures/use-later.ts';
import { asked, raise } from './settings.ts';

const loadAnswers = () => import('./answers.ts');
type Answers = Awaited<ReturnType<typeof loadAnswers>>;

/** An answer, once its code is here. */
function Late({ show }: { show: (answers: Answers) => ComponentChildren }) {
  const answers = useLater(loadAnswers);
  return <>{answers ? show(answers) : null}</>;
}

const outcomes = ['Nothing changes', 'They are shuffled alike', 'They change in value'];
const dependences = ['Yes, it can', 'No, it cannot'];

export default function AttentionCheck() {
  return (
    <Check name="attention-check">
      <OptionsQuestion
        text="You shuffle the patch tokens before this stage. What happens to its outputs?"
        label="What happens to the outputs"
        choices={outcomes}
        answer={(said) => <Late show={({ ShuffleAnswer }) => <ShuffleAnswer said={said} />} />}
      />
      <GuessQuestion
        text={`All scores of a row grow by ${raise}. How does its largest weight change?`}
        label="Change of the largest weight"
        unit="change of the weight, −1 to 1"
        min={-1}
        max={1}
        step={0.01}
        predicted={(said) => !Number.isNaN(said)}
        answer={(said) => <Late show={({ RaiseAnswer }) => <RaiseAnswer said={said} />} />}
      />
      <GuessQuestion
        text={`A query and a key hold ${asked} independent numbers each, of mean 0 and variance 1. What is the standard deviation of their product, before any division?`}
        label="Standard deviation of the product"
        unit="standard deviation"
        min={1}
        max={asked ** 2}
        predicted={(said) => said > 0}
        answer={(said) => <Late show={({ SpreadAnswer }) => <SpreadAnswer said={said} />} />}
      />
      <OptionsQuestion
        text="A patch is hidden by setting its weights to 0 after the softmax. Can the output of another token still depend on the hidden patch’s key?"
        label="Whether the output can depend on the hidden key"
        choices={dependences}
        answer={(said) => <Late show={({ MaskAnswer }) => <MaskAnswer said={said} />} />}
      />
    </Check>
  );
}
