/** The questions of chapter 6. */
import { Check } from '../../check/Check.tsx';
import { GuessQuestion } from '../../check/GuessQuestion.tsx';
import { OptionsQuestion } from '../../check/OptionsQuestion.tsx';
import { asked, CountAnswer } from './CountAnswer.tsx';
import { MovedAnswer } from './MovedAnswer.tsx';
import { WhoseAnswer } from './WhoseAnswer.tsx';

const norms = ['Both', 'LayerNorm', 'RMSNorm', 'Neither'];
const whose = ['All pictures’', 'That picture’s alone', 'Nobody’s'];

export default function NormsCheck() {
  const { B, P, C } = asked;
  return (
    <Check name="norms-check">
      <GuessQuestion
        text={`A batch of ${B} pictures, ${P} tokens each, ${C} numbers a token. Over how many numbers does BatchNorm take one mean while it trains?`}
        label="Numbers under one mean"
        unit="numbers"
        min={1}
        max={B * P * C}
        predicted={(said) => said >= 1}
        answer={(said) => <CountAnswer said={said} />}
      />
      <OptionsQuestion
        text="Every number of a token is multiplied by 10, and 5 is added. Which norm gives what it gave before?"
        label="Which norm"
        choices={norms}
        answer={(said) => <MovedAnswer said={said} />}
      />
      <OptionsQuestion
        text="BatchNorm at evaluation: something is added to one picture of the batch. Whose outputs move?"
        label="Whose outputs move"
        choices={whose}
        answer={(said) => <WhoseAnswer said={said} />}
      />
    </Check>
  );
}
