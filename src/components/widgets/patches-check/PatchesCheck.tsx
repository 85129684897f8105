/** The questions of chapter 2. */
import { useState } from 'preact/hooks';
import { Check } from '../../check/Check.tsx';
import { GuessQuestion } from '../../check/GuessQuestion.tsx';
import { OptionsQuestion } from '../../check/OptionsQuestion.tsx';
import { Question } from '../../check/Question.tsx';
import type { Photograph } from '../patch-cutter/cut.ts';
import { asked as aim, FewestAnswer } from './FewestAnswer.tsx';
import { InverseAnswer } from './InverseAnswer.tsx';
import { asked as widths, WidthAnswer } from './WidthAnswer.tsx';

const squares = ['Yes, always', 'Only when the widths agree', 'Never'];

export default function PatchesCheck({ photograph }: { photograph: Photograph }) {
  const [pattern, setPattern] = useState('');
  return (
    <Check name="patches-check">
      <OptionsQuestion
        text={`ViT-${widths.size}/${widths.patchSize} cuts patches of ${widths.patchSize} pixels. Is its E a square matrix?`}
        label="Is E square"
        choices={squares}
        answer={(said) => <WidthAnswer said={said} />}
      />
      <GuessQuestion
        text={`Your picture is cut into patches of ${aim.patchSize} pixels, ${aim.patchSize ** 2 * 3} numbers each. How many of their principal components does it take to keep ${100 * aim.share} % of the differences between them?`}
        label="Principal components"
        unit="components"
        min={0}
        max={aim.patchSize ** 2 * 3}
        predicted={(said) => said >= 0 && said <= aim.patchSize ** 2 * 3}
        answer={(said) => <FewestAnswer said={said} photograph={photograph} />}
      />
      <Question
        text="The stage has cut your picture by b c (h p1) (w p2) -> b (h w) (p1 p2 c). Write the pattern that puts it together again."
        predicted={pattern.includes('>') || pattern.includes('→')}
        answer={() => <InverseAnswer pattern={pattern} photograph={photograph} />}
      >
        <label class="rearrange-field check-pattern">
          <span class="vh">Pattern</span>
          <input
            class="field"
            type="text"
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            placeholder="b (h w) (p1 p2 c) -> …"
            value={pattern}
            onInput={(event) => setPattern(event.currentTarget.value)}
          />
        </label>
      </Question>
    </Check>
  );
}
