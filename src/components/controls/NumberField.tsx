import { Field } from './Field.tsx';

export interface NumberFieldProps {
  label: string;
  letter?: string;
  /** NaN leaves what the reader typed as it is. */
  value: number;
  min: number;
  max: number;
  initial?: string;
  onInput: (value: number) => void;
}

/** A whole number, typed; what is not one reaches `onInput` as NaN. */
export function NumberField({
  label,
  letter,
  value,
  initial,
  onInput,
  min,
  max,
}: NumberFieldProps) {
  return (
    <Field label={label} letter={letter} initial={initial}>
      <input
        class="field"
        type="number"
        name={label}
        aria-label={label}
        aria-invalid={Number.isNaN(value) || undefined}
        inputMode="numeric"
        min={min}
        max={max}
        step={1}
        value={Number.isNaN(value) ? undefined : value}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
      />
    </Field>
  );
}
