interface OptionsProps {
  label: string;
  choices: readonly string[];
  value: string | null;
  onInput: (value: string) => void;
}

/** A prediction that is picked. */
export function Options({ label, choices, value, onInput }: OptionsProps) {
  return (
    <div class="opts" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice}
          class="btn"
          type="button"
          aria-pressed={choice === value}
          onClick={() => onInput(choice)}
        >
          {choice}
        </button>
      ))}
    </div>
  );
}
