import { whole } from '../../../lib/figures/words.ts';
import type { TrainingSettings } from '../../../lib/training/settings.ts';
import { Button } from '../../controls/Button.tsx';
import { phaseOf, type Pace } from './lab-state.ts';
import { isOther, minute, presets, stepsWithin, variants, withVariant } from './presets.ts';
import { useLab, type LabPartProps } from './lab-view.ts';

/** Where to begin: how fast this device is, what fits into how long, and one thing to change. */
export function Start({ store }: LabPartProps) {
  const settings = useLab(store, (state) => state.settings);
  const measured = useLab(store, (state) => state.measured);
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
export function paceSentence(pace: Pace | null): string {
  if (pace === null) return 'When a model is ready, its pace here is measured for about a second.';
  const { imagesPerSecond, settings } = pace;
  const { batchSize } = settings;
  const steps = stepsWithin(60, imagesPerSecond, batchSize);
  return (
    `Measured here for a second: ${whole(Math.round(imagesPerSecond))} pictures a second with the model at hand, ` +
    `so about ${whole(steps)} steps of ${batchSize} in a minute. “A minute” proposes ${minute(pace).words}`
  );
}
