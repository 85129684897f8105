import { whole } from '../../../lib/figures/words.ts';
import { defaultSettings, type TrainingSettings } from '../../../lib/training/settings.ts';
import { Button } from '../../controls/Button.tsx';
import { phaseOf } from './lab-state.ts';
import { duration } from './lab-words.ts';
import { isOther, presets, stepsWithin, variants, withVariant } from './presets.ts';
import { useLab, type LabPartProps } from './lab-view.ts';

/** Where to begin: how fast this device is, what fits into how long, and one thing to change. */
export function Start({ store }: LabPartProps) {
  const settings = useLab(store, (state) => state.settings);
  const measured = useLab(store, (state) => state.measured?.imagesPerSecond ?? null);
  const asleep = useLab(store, (state) => phaseOf(state) === 'poster');
  const set = (next: TrainingSettings) => store.dispatch({ type: 'set', settings: next });
  const now = JSON.stringify(settings);
  return (
    <div class="lab-start" role="group" aria-label="Where to begin">
      <p data-lab="pace">{paceSentence(measured)}</p>
      <div class="lab-choices">
        <span>Begin with</span>
        {presets(measured).map(({ name, words, settings: given }) => (
          <Button
            key={name}
            label={name}
            reason={asleep ? 'The page is still waking up.' : JSON.stringify(given) === now ? `The knobs say so already. ${words}` : null} // prettier-ignore
            hint={words}
            onPress={() => set(given)}
          />
        ))}
      </div>
      <div class="lab-choices">
        <span>Change one thing</span>
        {variants.map((variant) => (
          <Button
            key={variant.name}
            label={variant.name}
            reason={asleep ? 'The page is still waking up.' : isOther(settings, variant) ? null : 'The knobs say so already.'} // prettier-ignore
            onPress={() => set(withVariant(settings, variant))}
          />
        ))}
      </div>
    </div>
  );
}

/** How fast the device was found to be, and what follows from that. */
export function paceSentence(imagesPerSecond: number | null): string {
  const { batchSize, totalSteps } = defaultSettings;
  if (imagesPerSecond === null)
    return 'How fast this device trains is measured for about a second before the first run, and at the next pause otherwise.';
  const steps = stepsWithin(60, imagesPerSecond, batchSize);
  const whole600 = duration((totalSteps * batchSize) / imagesPerSecond);
  return (
    `Measured for a second with the model at hand: ${whole(Math.round(imagesPerSecond))} pictures a second here. ` +
    `In a minute that is about ${whole(steps)} steps of ${batchSize}; the default’s ${whole(totalSteps)} take ${whole600}.`
  );
}
