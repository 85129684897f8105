/** Every control, in each of its states. */
import { Guess } from '../check/Guess.tsx';
import { Marks } from '../check/Marks.tsx';
import { Options } from '../check/Options.tsx';
import { Question } from '../check/Question.tsx';
import { Button } from '../controls/Button.tsx';
import { NumberField } from '../controls/NumberField.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { Select } from '../controls/Select.tsx';
import { Slider } from '../controls/Slider.tsx';
import { nothing, type Specimen } from './specimen.ts';

const heads = { label: 'heads', letter: 'H', value: 4, min: 1, max: 8, step: 1, initial: '4' };
const button = { label: 'Reset', onPress: nothing };
const tables = ['none', 'learned', 'sinusoidal'];

export const controlSpecimens: readonly Specimen[] = [
  { name: 'Button', draw: () => <Button {...button} /> },
  { name: 'Button', state: 'first to press', draw: () => <Button {...button} primary /> },
  {
    name: 'Button',
    state: 'disabled, its title says why',
    draw: () => <Button {...button} reason="nothing has been changed" />,
  },
  { name: 'Button', state: 'focus', focused: true, draw: () => <Button {...button} /> },
  {
    name: 'Segmented row',
    state: 'one chosen',
    draw: (scope) => (
      <Segmented label={`positions, ${scope}`} value="learned" choices={tables} onInput={nothing} />
    ),
  },
  {
    name: 'Slider',
    state: 'with what follows from it',
    draw: () => <Slider {...heads} detail="K = 8" onInput={nothing} />,
  },
  {
    name: 'Slider',
    state: 'focus',
    focused: true,
    draw: () => <Slider {...heads} onInput={nothing} />,
  },
  {
    name: 'Select',
    draw: () => <Select label="positions" value="learned" choices={tables} onInput={nothing} />,
  },
  {
    name: 'Number field',
    draw: () => <NumberField label="seed" value={7} min={0} max={99} onInput={nothing} />,
  },
  {
    name: 'Number field',
    state: 'what was typed is no number',
    draw: () => <NumberField label="seed" value={NaN} min={0} max={99} onInput={nothing} />,
  },
  {
    name: 'Prediction, picked',
    state: 'one chosen',
    draw: (scope) => (
      <div class="check">
        <Options
          label={`What happens, ${scope}`}
          choices={['Nothing changes', 'It changes in value']}
          value="Nothing changes"
          onInput={nothing}
        />
      </div>
    ),
  },
  {
    name: 'Prediction, typed',
    draw: () => <Guess label="Steps" unit="steps" min={1} max={48} value={4} onInput={nothing} />,
  },
  {
    name: 'Question',
    state: 'not predicted yet',
    draw: () => (
      <div class="check">
        <ol>
          <Question text="What happens to the output?" predicted={false} answer={() => null}>
            <Button label="Nothing changes" onPress={nothing} />
          </Question>
        </ol>
      </div>
    ),
  },
  {
    name: 'Prediction, drawn',
    state: 'two places marked',
    draw: (scope) => (
      <Marks
        id={`marks-${scope}`}
        label={`Places, ${scope}.`}
        grid={4}
        fixed={5}
        marked={new Set([4, 6])}
        onToggle={nothing}
      />
    ),
  },
];
