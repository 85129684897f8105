import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface QuestionProps {
  text: ComponentChildren;
  /** Whether the reader has predicted: only then can the answer be shown. */
  predicted: boolean;
  /** The control by which the reader predicts. */
  children: ComponentChildren;
  /** The answer, as a figure and a number; made when it is asked for. */
  answer: () => ComponentChildren;
}

/** One question of "Check yourself": predict first, then see. */
export function Question({ text, predicted, children, answer }: QuestionProps) {
  const [asked, setAsked] = useState(false);
  const shown = asked && predicted; // a number that is deleted again is no prediction
  return (
    <li>
      <span class="question">{text}</span>
      <div class="opts">{children}</div>
      <div class="opts">
        <button
          class="btn"
          type="button"
          disabled={!predicted}
          title={predicted ? undefined : 'Predict first'}
          aria-expanded={shown}
          onClick={() => setAsked(true)}
        >
          Show why
        </button>
      </div>
      <div class="answer" aria-live="polite">
        {shown && answer()}
      </div>
    </li>
  );
}
