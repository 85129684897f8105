/** The questions of chapter 9. */
import { useState } from 'preact/hooks';
import { countParameters } from '../../../lib/model/parameter-shapes.ts';
import { parameterSum } from '../../../lib/model/parameter-sum.ts';
import { preset } from '../../../lib/model/presets.ts';
import { Check } from '../../check/Check.tsx';
import { Guess } from '../../check/Guess.tsx';
import { Options } from '../../check/Options.tsx';
import { Question } from '../../check/Question.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { SumTable } from '../model-summary/SumTable.tsx';
import { whole } from '../model-summary/words.ts';
import { BranchAnswer, branches } from './BranchAnswer.tsx';

const base = preset({ size: 'B', patchSize: 16 });
const larger = preset({ size: 'B', patchSize: 16, imageSize: 384 });

export default function EncoderCheck() {
  const [more, setMore] = useState(NaN);
  const [share, setShare] = useState(NaN);
  const [branch, setBranch] = useState<string | null>(null);
  return (
    <Check name="encoder-check" awake={useAwake()}>
      <Question
        text="ViT-B/16 is built for images of 384 pixels in place of 224. How many parameters more does it have?"
        predicted={more >= 0}
        answer={() => <LargerAnswer said={more} />}
      >
        <Guess
          label="Parameters more"
          unit="parameters"
          min={0}
          max={1e9}
          value={more}
          onInput={setMore}
        />
      </Question>
      <Question
        text="What share of a block’s parameters is in its MLP, at the usual ratio of 4?"
        predicted={share >= 0 && share <= 100}
        answer={() => <ShareAnswer said={share} />}
      >
        <Guess
          label="Share of the MLP"
          unit="percent"
          min={0}
          max={100}
          value={share}
          onInput={setShare}
        />
      </Question>
      <Question
        text="Your picture’s class token goes through the blocks. Which branch adds the most to it, for its length at that point?"
        predicted={branch !== null}
        answer={() => <BranchAnswer said={branch!} />}
      >
        <Options
          label="Which branch adds the most"
          choices={branches}
          value={branch}
          onInput={setBranch}
        />
      </Question>
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
