import type { ComponentChildren } from 'preact';
import './controls.css';

interface FieldProps {
  label: string;
  /** The letter that equations and figures use, as a dimension when it has a line of its own. */
  letter?: string;
  /** The default in words, shown in the title. */
  initial?: string;
  /** The value in words, beside the label. */
  value?: ComponentChildren;
  children: ComponentChildren;
}

const lined = new Set(['N', 'D', 'H', 'K', 'B', 'M']);

/** One row of a form: label, value in words, and the input itself. */
export function Field({ label, letter, initial, value, children }: FieldProps) {
  return (
    <label class="knob" title={initial === undefined ? undefined : `default: ${initial}`}>
      <span>
        {label}
        {letter && (
          <> {<i class={lined.has(letter) ? `dim dim-${letter}` : undefined}>{letter}</i>}</>
        )}
      </span>
      {value !== undefined && <output aria-live="off">{value}</output>}
      {children}
    </label>
  );
}
