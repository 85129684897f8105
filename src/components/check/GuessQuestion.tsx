import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Guess, type GuessProps } from './Guess.tsx';
import { Question } from './Question.tsx';

interface GuessQuestionProps extends Omit<GuessProps, 'value' | 'onInput'> {
  text: ComponentChildren;
  /** Whether a number is a prediction; it may be NaN. */
  predicted: (said: number) => boolean;
  /** Made when it is asked for, of what the reader has predicted. */
  answer: (said: number) => ComponentChildren;
}

/** A question that is answered by typing a number. */
export function GuessQuestion({ text, predicted, answer, ...guess }: GuessQuestionProps) {
  const [said, setSaid] = useState(NaN);
  return (
    <Question text={text} predicted={predicted(said)} answer={() => answer(said)}>
      <Guess {...guess} value={said} onInput={setSaid} />
    </Question>
  );
}
