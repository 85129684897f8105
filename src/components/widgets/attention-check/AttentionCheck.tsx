/** The questions of chapter 4. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Check } from '../../check/Check.tsx';
import { Guess } from '../../check/Guess.tsx';
import { Options } from '../../check/Options.tsx';
import { Question } from '../../check/Question.tsx';
import { useAwake } from '../../figures/use-awake.ts';
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
  const [outcome, setOutcome] = useState<string | null>(null);
  const [change, setChange] = useState(NaN);
  const [spread, setSpread] = useState(NaN);
  const [dependence, setDependence] = useState<string | null>(null);
  return (
    <Check name="attention-check" awake={useAwake()}>
      <Question
        text="You shuffle the patch tokens before this stage. What happens to its outputs?"
        predicted={outcome !== null}
        answer={() => <Late show={({ ShuffleAnswer }) => <ShuffleAnswer said={outcome!} />} />}
      >
        <Options
          label="What happens to the outputs"
          choices={outcomes}
          value={outcome}
          onInput={setOutcome}
        />
      </Question>
      <Question
        text={`All scores of a row grow by ${raise}. How does its largest weight change?`}
        predicted={!Number.isNaN(change)}
        answer={() => <Late show={({ RaiseAnswer }) => <RaiseAnswer said={change} />} />}
      >
        <Guess
          label="Change of the largest weight"
          unit="change of the weight, −1 to 1"
          min={-1}
          max={1}
          step={0.01}
          value={change}
          onInput={setChange}
        />
      </Question>
      <Question
        text={`A query and a key hold ${asked} independent numbers each, of mean 0 and variance 1. What is the standard deviation of their product, before any division?`}
        predicted={spread > 0}
        answer={() => <Late show={({ SpreadAnswer }) => <SpreadAnswer said={spread} />} />}
      >
        <Guess
          label="Standard deviation of the product"
          unit="standard deviation"
          min={1}
          max={asked ** 2}
          value={spread}
          onInput={setSpread}
        />
      </Question>
      <Question
        text="A patch is hidden by setting its weights to 0 after the softmax. Can the output of another token still depend on the hidden patch’s key?"
        predicted={dependence !== null}
        answer={() => <Late show={({ MaskAnswer }) => <MaskAnswer said={dependence!} />} />}
      >
        <Options
          label="Whether the output can depend on the hidden key"
          choices={dependences}
          value={dependence}
          onInput={setDependence}
        />
      </Question>
    </Check>
  );
}
