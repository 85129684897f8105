import { Segmented } from './Segmented.tsx';

interface OneOfProps {
  /** What is counted: "block", "head". */
  label: string;
  count: number;
  /** From 0. */
  value: number;
  onInput: (value: number) => void;
}

/** One of several numbered things, from 1: all in sight when they are few. */
export function OneOf({ label, count, value, onInput }: OneOfProps) {
  const names = Array.from({ length: count }, (_, i) => String(i + 1));
  if (count <= 4)
    return (
      <span class="f">
        <span>{label}</span>
        <Segmented
          label={label}
          value={names[value]!}
          choices={names}
          onInput={(name) => onInput(Number(name) - 1)}
        />
      </span>
    );
  return (
    <label class="f">
      {label}
      <select
        value={names[value]}
        onInput={(event) => onInput(Number(event.currentTarget.value) - 1)}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
