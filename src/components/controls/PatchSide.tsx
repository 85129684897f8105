import { Segmented } from './Segmented.tsx';

interface PatchSideProps {
  /** P and what can be chosen for it, pixels. */
  value: number;
  choices: readonly number[];
  onInput: (patchSize: number) => void;
}

/** The side of a patch, one of a few. */
export function PatchSide({ value, choices, onInput }: PatchSideProps) {
  return (
    <span class="f">
      <span>
        patch side <i>P</i>
      </span>
      <Segmented
        label="Patch side, pixels"
        value={String(value)}
        choices={choices.map(String)}
        onInput={(text) => onInput(Number(text))}
      />
      <span>pixels</span>
    </span>
  );
}
