/** The questions of chapter 5. */
import { useState } from 'preact/hooks';
import { Check } from '../../check/Check.tsx';
import { OptionsQuestion } from '../../check/OptionsQuestion.tsx';
import { Question } from '../../check/Question.tsx';
import { Select } from '../../controls/Select.tsx';
import { useForward } from '../../model/shared-forward.ts';
import { headName } from '../heads/words.ts';
import { CountAnswer, doubled } from './CountAnswer.tsx';
import { refused, RefusedAnswer } from './RefusedAnswer.tsx';
import { WorthAnswer } from './WorthAnswer.tsx';

const outcomes = [
  'Head 5 gets fewer numbers',
  'Some numbers are left out',
  'It stops with an error',
];
const counts = ['Half as many', 'The same', 'Twice as many'];

export default function HeadsCheck() {
  const [worth, setWorth] = useState<string | null>(null);
  const [{ result }] = useForward();
  const { depth, numHeads } = result?.config ?? { depth: 3, numHeads: 4 };
  const names = Array.from({ length: depth * numHeads }, (_, i) =>
    headName([Math.floor(i / numHeads), i % numHeads]),
  );
  const choose = 'choose a head';
  return (
    <Check name="heads-check">
      <OptionsQuestion
        text={`A block is asked to split D = ${refused.embedDim} numbers among H = ${refused.numHeads} heads. What happens?`}
        label="What happens"
        choices={outcomes}
        answer={(said) => <RefusedAnswer said={said} />}
      />
      <OptionsQuestion
        text={`D stays ${doubled.embedDim}, and ${doubled.from} heads become ${doubled.to}. How many multiply-adds has the block then?`}
        label="How many multiply-adds"
        choices={counts}
        answer={(said) => <CountAnswer said={said} />}
      />
      <Question
        text="Look at the maps once more. Which head, switched off alone, takes most from the logit of the model’s answer?"
        predicted={worth !== null}
        answer={() => <WorthAnswer said={names.indexOf(worth!)} />}
      >
        <Select
          label="head"
          value={worth ?? choose}
          choices={worth === null ? [choose, ...names] : names}
          onInput={(name) => setWorth(name === choose ? null : name)}
        />
      </Question>
    </Check>
  );
}
