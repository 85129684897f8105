import { Button } from '../../controls/Button.tsx';
import { buttonReasons, phaseOf, type LabButton } from './lab-state.ts';
import { useLab, type LabPartProps } from './lab-view.ts';
import { fractionDone, progressSentence, settingsSentence } from './lab-words.ts';

const buttons: [LabButton, string][] = [
  ['train', 'Train'],
  ['pause', 'Pause'],
  ['step', 'Step'],
  ['reset', 'Reset'],
];

/** Train, Pause, Step and Reset, with where the run stands in words. */
export function Transport({ store }: LabPartProps) {
  const asleep = useLab(store, (state) => phaseOf(state) === 'poster');
  const train = useLab(store, (state) => buttonReasons(state).train);
  const pause = useLab(store, (state) => buttonReasons(state).pause);
  const step = useLab(store, (state) => buttonReasons(state).step);
  const reset = useLab(store, (state) => buttonReasons(state).reset);
  const reasons = { train, pause, step, reset };
  return (
    <div class="transport" role="group" aria-label="Training">
      {buttons.map(([button, label]) => (
        <Button
          key={button}
          label={label}
          primary={button === 'train'}
          reason={
            asleep ? 'The page is still waking up; without scripts it cannot.' : reasons[button]
          }
          onPress={() => store.dispatch({ type: 'press', button })}
        />
      ))}
      <Now store={store} />
    </div>
  );
}

function Now({ store }: LabPartProps) {
  const sentence = useLab(store, progressSentence);
  const settings = useLab(store, settingsSentence);
  const note = useLab(store, (state) => state.unkept ?? state.note);
  const fraction = useLab(store, fractionDone);
  const announcement = useLab(store, (state) => settingsSentence(state) ?? state.announcement);
  return (
    <div class="now">
      <p data-lab="progress">{sentence}</p>
      <progress max={1} value={fraction} aria-label="Part of the run that is done" />
      <p data-lab="settings" class="settings-note">
        {settings}
      </p>
      <p data-lab="note" class="settings-note">
        {note}
      </p>
      <p class="vh" aria-live="polite">
        {announcement}
      </p>
    </div>
  );
}
