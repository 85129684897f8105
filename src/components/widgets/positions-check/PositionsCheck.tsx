/** The questions of chapter 3. */
import { useState } from 'preact/hooks';
import { Check } from '../../check/Check.tsx';
import { GuessQuestion } from '../../check/GuessQuestion.tsx';
import { Marks } from '../../check/Marks.tsx';
import { OptionsQuestion } from '../../check/OptionsQuestion.tsx';
import { Question } from '../../check/Question.tsx';
import { grid } from '../table-grows/settings.ts';
import { GrownAnswer } from './GrownAnswer.tsx';
import { OrderAnswer } from './OrderAnswer.tsx';
import { asked, TurnAnswer } from './TurnAnswer.tsx';

const outcomes = ['Nothing changes', 'It is shuffled alike', 'It changes in value'];

/** The position of the last question: row 2, column 4. */
const position = 2 * grid + 4;

export default function PositionsCheck() {
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const toggle = (place: number) =>
    setMarked((before) => {
      const after = new Set(before);
      if (!after.delete(place)) after.add(place);
      return after;
    });
  return (
    <Check name="positions-check">
      <OptionsQuestion
        text="A model without positions is given a picture whose patches have been shuffled. What happens to the class token’s output?"
        label="What happens to the class token’s output"
        choices={outcomes}
        answer={(said) => <OrderAnswer said={said} />}
      />
      <GuessQuestion
        text={`Take interleaved sines, ${asked.positions} positions of ${asked.embedDim} numbers. Up to how many steps does the distance of two rows keep growing?`}
        label="Steps up to which the distance grows"
        unit={`steps, 1 to ${asked.positions - 1}`}
        min={1}
        max={asked.positions - 1}
        predicted={(said) => said >= 1 && said < asked.positions}
        answer={(said) => <TurnAnswer said={said} />}
      />
      <Question
        text="A fresh table is trained to tell each position’s row and its column. Mark the places whose vectors become like that of the red one."
        predicted={marked.size > 0}
        answer={() => <GrownAnswer position={position} marked={marked} />}
      >
        <Marks
          label={`Places of a grid of ${grid} by ${grid}.`}
          grid={grid}
          fixed={position}
          marked={marked}
          onToggle={toggle}
        />
      </Question>
    </Check>
  );
}
