export interface GuessProps {
  label: string;
  unit: string;
  min: number;
  max: number;
  /** Whole numbers where left out. */
  step?: number;
  /** NaN until a number is typed. */
  value: number;
  onInput: (value: number) => void;
}

/** A prediction that is typed: a number with its unit. */
export function Guess({ label, unit, min, max, step = 1, value, onInput }: GuessProps) {
  return (
    <label class="guess">
      <input
        class="field"
        type="number"
        inputMode={step < 1 ? 'decimal' : 'numeric'}
        aria-label={label}
        min={min}
        max={max}
        step={step}
        value={Number.isNaN(value) ? undefined : value}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
      />
      {unit}
    </label>
  );
}
