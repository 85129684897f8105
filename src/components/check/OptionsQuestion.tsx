import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Options } from './Options.tsx';
import { Question } from './Question.tsx';

interface OptionsQuestionProps {
  text: ComponentChildren;
  /** Of the choices. */
  label: string;
  choices: readonly string[];
  /** Made when it is asked for, of what the reader has predicted. */
  answer: (said: string) => ComponentChildren;
}

/** A question that is answered by picking. */
export function OptionsQuestion({ text, label, choices, answer }: OptionsQuestionProps) {
  const [said, setSaid] = useState<string | null>(null);
  return (
    <Question text={text} predicted={said !== null} answer={() => answer(said!)}>
      <Options label={label} choices={choices} value={said} onInput={setSaid} />
    </Question>
  );
}
