import type { ComponentChildren } from 'preact';
import './controls.css';

interface StatusLineProps {
  /** Facts in words; empty ones are left out. */
  facts: readonly (string | null | undefined)[];
  /** Something failed: the line is in ink. */
  failed?: boolean;
  /** Actions, at the right. */
  children?: ComponentChildren;
}

/** What was computed, where, how fast; ends every live thing. */
export function StatusLine({ facts, failed = false, children }: StatusLineProps) {
  return (
    <p class={failed ? 'status failed' : 'status'}>
      {facts.filter(Boolean).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {children}
    </p>
  );
}
