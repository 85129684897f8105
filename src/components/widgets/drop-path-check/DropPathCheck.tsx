/** The questions of chapter 8. */
import { useState } from 'preact/hooks';
import { Check } from '../../check/Check.tsx';
import { Guess } from '../../check/Guess.tsx';
import { Options } from '../../check/Options.tsx';
import { Question } from '../../check/Question.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { asked, FactorAnswer, DepthAnswer } from './Answers.tsx';

const kinds = ['Some numbers are zero', 'The whole branch is zero', 'The whole token is zero'];

export default function DropPathCheck() {
  const [depth, setDepth] = useState(NaN);
  const [kind, setKind] = useState<string | null>(null);
  return (
    <Check name="drop-path-check" awake={useAwake()}>
      <Question
        text={`A model of ${asked.depth} blocks is trained with a drop path rate of ${asked.rate} and the linear rule. How many blocks’ worth of branches does a sample pass on average?`}
        predicted={depth >= 0 && depth <= asked.depth}
        answer={() => <DepthAnswer said={depth} />}
      >
        <Guess
          label="Blocks passed on average"
          unit={`blocks, 0 to ${asked.depth}`}
          min={0}
          max={asked.depth}
          value={depth}
          onInput={setDepth}
        />
      </Question>
      <Question
        text="A sample’s MLP branch is dropped in a block. What of that sample?"
        predicted={kind !== null}
        answer={() => <FactorAnswer said={kind!} />}
      >
        <Options label="What is zero" choices={kinds} value={kind} onInput={setKind} />
      </Question>
    </Check>
  );
}
