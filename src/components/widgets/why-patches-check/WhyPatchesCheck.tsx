/** The questions of chapter 1. */
import { useState } from 'preact/hooks';
import { Check } from '../../check/Check.tsx';
import { Guess } from '../../check/Guess.tsx';
import { Options } from '../../check/Options.tsx';
import { Question } from '../../check/Question.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { HalvedAnswer, ShareAnswer } from './answers.tsx';
import { asked, ShiftAnswer } from './ShiftAnswer.tsx';

const factors = ['2 times as many', '4 times as many', '16 times as many'];
const followers = ['Both move along', 'Only the convolution’s', 'Only the tokens', 'Neither'];

export default function WhyPatchesCheck() {
  const [factor, setFactor] = useState<string | null>(null);
  const [share, setShare] = useState(NaN);
  const [follower, setFollower] = useState<string | null>(null);
  return (
    <Check name="why-patches-check" awake={useAwake()}>
      <Question
        text="An image of 224 pixels a side is cut into patches of 8 pixels in place of 16. How many more scores does attention make?"
        predicted={factor !== null}
        answer={() => <HalvedAnswer said={factor!} />}
      >
        <Options
          label="How many more scores"
          choices={factors}
          value={factor}
          onInput={setFactor}
        />
      </Question>
      <Question
        text="ViT-B/16 at 224 pixels: of all the work of one block, how much goes into attention’s two products, the part that grows with the square of the sequence?"
        predicted={share >= 0 && share <= 100}
        answer={() => <ShareAnswer said={share} />}
      >
        <Guess
          label="Share of attention’s products"
          unit="percent of a block’s FLOPs"
          min={0}
          max={100}
          value={share}
          onInput={setShare}
        />
      </Question>
      <Question
        text={`Your picture moves ${asked.shift} pixels to the right, and the patches are ${asked.patchSize} pixels wide. Whose numbers move along, unchanged: the responses of a convolution of stride 1, the tokens of the patches, or both?`}
        predicted={follower !== null}
        answer={() => <ShiftAnswer said={follower!} />}
      >
        <Options
          label="Whose numbers move along"
          choices={followers}
          value={follower}
          onInput={setFollower}
        />
      </Question>
    </Check>
  );
}
