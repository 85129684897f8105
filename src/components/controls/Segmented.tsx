export interface SegmentedProps {
  label: string;
  value: string;
  /** Two to four; more belong into a select. */
  choices: readonly string[];
  onInput: (value: string) => void;
}

/** One of few choices, all in sight. */
export function Segmented({ label, value, choices, onInput }: SegmentedProps) {
  return (
    <span class="seg" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === value}
          onClick={() => onInput(choice)}
        >
          {choice}
        </button>
      ))}
    </span>
  );
}
