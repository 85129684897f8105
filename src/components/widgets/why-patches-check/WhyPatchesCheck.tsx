/** The questions of chapter 1. */
import { Check } from '../../check/Check.tsx';
import { GuessQuestion } from '../../check/GuessQuestion.tsx';
import { OptionsQuestion } from '../../check/OptionsQuestion.tsx';
import { HalvedAnswer, ShareAnswer } from './answers.tsx';
import { asked, ShiftAnswer } from './ShiftAnswer.tsx';

const factors = ['2 times as many', '4 times as many', '16 times as many'];
const followers = ['Both move along', 'Only the convolution’s', 'Only the tokens', 'Neither'];

export default function WhyPatchesCheck() {
  return (
    <Check name="why-patches-check">
      <OptionsQuestion
        text="An image of 224 pixels a side is cut into patches of 8 pixels in place of 16. How many more scores does attention make?"
        label="How many more scores"
        choices={factors}
        answer={(said) => <HalvedAnswer said={said} />}
      />
      <GuessQuestion
        text="ViT-B/16 at 224 pixels: of all the work of one block, how much goes into attention’s two products, the part that grows with the square of the sequence?"
        label="Share of attention’s products"
        unit="percent of a block’s FLOPs"
        min={0}
        max={100}
        predicted={(said) => said >= 0 && said <= 100}
        answer={(said) => <ShareAnswer said={said} />}
      />
      <OptionsQuestion
        text={`Your picture moves ${asked.shift} pixels to the right, and the patches are ${asked.patchSize} pixels wide. Whose numbers move along, unchanged: the responses of a convolution of stride 1, the tokens of the patches, or both?`}
        label="Whose numbers move along"
        choices={followers}
        answer={(said) => <ShiftAnswer said={said} />}
      />
    </Check>
  );
}
