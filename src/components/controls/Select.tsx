import { Field } from './Field.tsx';

export interface SelectProps {
  label: string;
  letter?: string;
  value: string;
  choices: readonly string[];
  initial?: string;
  onInput: (value: string) => void;
}

/** One of many choices. */
export function Select({ label, letter, value, choices, initial, onInput }: SelectProps) {
  return (
    <Field label={label} letter={letter} initial={initial}>
      <select
        name={label}
        aria-label={label}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </Field>
  );
}
