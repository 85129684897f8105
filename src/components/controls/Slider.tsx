import { Field } from './Field.tsx';

export interface SliderProps {
  label: string;
  letter?: string;
  value: number;
  min: number;
  max: number;
  step: number;
  initial?: string;
  /** The value with its unit. */
  text?: (value: number) => string;
  /** What follows from the value, in a fainter ink. */
  detail?: string;
  onInput: (value: number) => void;
}

/** A number between two bounds, with its value in words. */
export function Slider(props: SliderProps) {
  const { label, letter, value, min, max, step, initial, text = String, detail, onInput } = props;
  const words = (
    <>
      {text(value)}
      {detail && <span class="detail"> · {detail}</span>}
    </>
  );
  return (
    <Field label={label} letter={letter} initial={initial} value={words}>
      <input
        type="range"
        name={label}
        aria-label={label}
        aria-valuetext={[text(value), detail].filter(Boolean).join(', ')}
        min={min}
        max={max}
        step={step}
        value={value}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
      />
    </Field>
  );
}
