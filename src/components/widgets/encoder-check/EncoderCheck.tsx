/** The questions of chapter 9. */
import { countParameters } from '../../../lib/model/parameter-shapes.ts';
import { parameterSum } from '../../../lib/model/parameter-sum.ts';
import { preset } from '../../../lib/model/presets.ts';
import { Check } from '../../check/Check.tsx';
import { GuessQuestion } from '../../check/GuessQuestion.tsx';
import { OptionsQuestion } from '../../check/OptionsQuestion.tsx';
import { SumTable } from '../model-summary/SumTable.tsx';
import { whole } from '../model-summary/words.ts';
import { BranchAnswer, branches } from './BranchAnswer.tsx';

const base = preset({ size: 'B', patchSize: 16 });
const larger = preset({ size: 'B', patchSize: 16, imageSize: 384 });

export default function EncoderCheck() {
  return (
    <Check name="encoder-check">
      <GuessQuestion
        text="ViT-B/16 is built for images of 384 pixels in place of 224. How many parameters more does it have?"
        label="Parameters more"
        unit="parameters"
        min={0}
        max={1e9}
        predicted={(said) => said >= 0}
        answer={(said) => <LargerAnswer said={said} />}
      />
      <GuessQuestion
        text="What share of a block’s parameters is in its MLP, at the usual ratio of 4?"
        label="Share of the MLP"
        unit="percent"
        min={0}
        max={100}
        predicted={(said) => said >= 0 && said <= 100}
        answer={(said) => <ShareAnswer said={said} />}
      />
      <OptionsQuestion
        text="Your picture’s class token goes through the blocks. Which branch adds the most to it, for its length at that point?"
        label="Which branch adds the most"
        choices={branches}
        answer={(said) => <BranchAnswer said={said} />}
      />
    </Check>
  );
}

function LargerAnswer({ said }: { said: number }) {
  const terms = parameterSum(larger).filter(({ part }) => part === 'positions');
  return (
    <>
      <p>
        You said {whole(said)}. It has{' '}
        <b data-number="more">{whole(countParameters(larger) - countParameters(base))}</b> more, all
        of them positions: nothing else in the model knows how long the sequence is. For 384 pixels:
      </p>
      <SumTable terms={terms} />
    </>
  );
}

function ShareAnswer({ said }: { said: number }) {
  const terms = parameterSum(base).filter(({ times }) => times > 1);
  const one = terms.map((term) => ({ ...term, times: 1 }));
  const all = one.reduce((sum, { parameters }) => sum + parameters, 0);
  const mlp = one
    .filter(({ part }) => part.startsWith('MLP'))
    .reduce((sum, { parameters }) => sum + parameters, 0);
  return (
    <>
      <p>
        You said {said} percent. It is <b data-number="share">{((100 * mlp) / all).toFixed(1)}</b>{' '}
        percent, two of every three: a ratio of 4 makes two matrices of D × 4D, and attention has
        four of D × D. One block of ViT-B/16:
      </p>
      <SumTable terms={one} />
    </>
  );
}
