interface GuessProps {
  label: string;
  unit: string;
  min: number;
  max: number;
  /** NaN until a number is typed. */
  value: number;
  onInput: (value: number) => void;
}

/** A prediction that is typed: a number with its unit. */
export function Guess({ label, unit, min, max, value, onInput }: GuessProps) {
  return (
    <label class="guess">
      <input
        class="field"
        type="number"
        inputMode="numeric"
        aria-label={label}
        min={min}
        max={max}
        step={1}
        value={Number.isNaN(value) ? undefined : value}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
      />
      {unit}
    </label>
  );
}
