import { Button } from '../../controls/Button.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { Select } from '../../controls/Select.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { defaultSettings, type TrainingSettings } from '../../../lib/training/settings.ts';
import { defaultText, knobs, type Knob } from './lab-knobs.ts';
import { phaseOf } from './lab-state.ts';
import { useLab, type LabPartProps } from './lab-view.ts';

const groups = ['Data', 'Model', 'Training'] as const;
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
      {groups.map((group) => (
        <fieldset key={group} disabled={asleep}>
          <legend>{group}</legend>
          {group === 'Data' && <DataSet />}
          {knobs
            .filter((knob) => knob.group === group)
            .map((knob) => (
              <KnobInput key={knob.label} knob={knob} settings={settings} set={set} />
            ))}
          {group === 'Training' && <Schedule settings={settings} />}
        </fieldset>
      ))}
      <div class="knobs-end">
        <Button
          label="Defaults"
          reason={atDefaults ? 'Every setting has its default.' : null}
          onPress={() => set(defaultSettings)}
        />
        <p>Changed settings begin a new run at the next Train, Step or Reset.</p>
      </div>
    </form>
  );
}

interface KnobInputProps {
  knob: Knob;
  settings: TrainingSettings;
  set: (settings: TrainingSettings) => void;
}

function KnobInput({ knob, settings, set }: KnobInputProps) {
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

const DataSet = () => <Fact label="set" value="garments (Fashion-MNIST)" />;

function Schedule({ settings }: { settings: TrainingSettings }) {
  return (
    <>
      <Fact label="optimiser" value={`AdamW, decay ${settings.weightDecay}`} />
      <Fact label="warm-up" value={`${settings.warmupSteps} steps, then cosine to 0`} />
    </>
  );
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <p class="knob">
    <span>{label}</span>
    <output>{value}</output>
  </p>
);
