import { Button } from '../../controls/Button.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { Select } from '../../controls/Select.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { defaultSettings, type TrainingSettings } from '../../../lib/training/settings.ts';
import { DataSet } from './DataSet.tsx';
import { knobGroups, type Knob, type KnobGroup } from './knob.ts';
import { defaultText, knobs } from './lab-knobs.ts';
import { phaseOf } from './lab-state.ts';
import { useLab, type LabPartProps } from './lab-view.ts';

const usual = JSON.stringify(defaultSettings);

/** Everything that the reader can set; it takes effect with the next run. */
export function Knobs({ store }: LabPartProps) {
  const settings = useLab(store, (state) => state.settings);
  const asleep = useLab(store, (state) => phaseOf(state) === 'poster');
  const set = (next: TrainingSettings) => store.dispatch({ type: 'set', settings: next });
  const atDefaults = JSON.stringify(settings) === usual;
  return (
    <form
      class="knobs"
      aria-label="Settings"
      autocomplete="off"
      onSubmit={(event) => event.preventDefault()}
    >
      {knobGroups.map((group) => (
        <fieldset key={group} disabled={asleep}>
          <legend>{group}</legend>
          {group === 'Data' && <DataSet settings={settings} set={set} />}
          <Group group={group} settings={settings} set={set} />
        </fieldset>
      ))}
      <div class="knobs-end">
        <Button
          label="Defaults"
          reason={atDefaults ? 'Every setting has its default.' : null}
          onPress={() => set(defaultSettings)}
        />
        <p>
          Changed settings begin a new run at the next Train, Step or Reset; the one at hand is
          kept. The address bar holds every setting that differs from its default.
        </p>
      </div>
    </form>
  );
}

interface SettingsProps {
  settings: TrainingSettings;
  set: (settings: TrainingSettings) => void;
}

/** A group's knobs; those that few look for stand behind a disclosure. */
function Group({ group, settings, set }: SettingsProps & { group: KnobGroup }) {
  const all = knobs.filter((knob) => knob.group === group);
  const inputs = (more: boolean) =>
    all
      .filter((knob) => (knob.more ?? false) === more)
      .map((knob) => <KnobInput key={knob.label} knob={knob} settings={settings} set={set} />);
  const hidden = inputs(true);
  return (
    <>
      {inputs(false)}
      {hidden.length > 0 && (
        <details class="more-knobs">
          <summary>more of the {group.toLowerCase()}</summary>
          {hidden}
        </details>
      )}
    </>
  );
}

function KnobInput({ knob, settings, set }: SettingsProps & { knob: Knob }) {
  const shared = { label: knob.label, letter: knob.letter, initial: defaultText(knob) };
  switch (knob.kind) {
    case 'slider': {
      const { min, max, step, text, detail } = knob;
      const words = { min, max, step, text, detail: detail?.(settings) };
      const onInput = (value: number) => set(knob.write(settings, value));
      return <Slider {...shared} {...words} value={knob.read(settings)} onInput={onInput} />;
    }
    case 'choice': {
      const onInput = (value: string) => set(knob.write(settings, value));
      const value = knob.read(settings);
      return <Select {...shared} choices={knob.choices} value={value} onInput={onInput} />;
    }
    case 'number': {
      const onInput = (value: number) => set(knob.write(settings, value));
      const bounds = { min: knob.min, max: knob.max };
      return <NumberField {...shared} {...bounds} value={knob.read(settings)} onInput={onInput} />;
    }
  }
}
