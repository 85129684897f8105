import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

type NumbersProps<T> =
  | {
      /** What the tables are of; undefined or null until it has been computed. */
      of: T | null | undefined;
      children: (of: T) => ComponentChildren;
    }
  // Nothing to wait for.
  | { children: () => ComponentChildren };

/** A closed disclosure under a figure; its tables are written only while it is open. */
export function Numbers<T>(props: NumbersProps<T>) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {open && tables(props)}
    </details>
  );
}

function tables<T>(props: NumbersProps<T>): ComponentChildren {
  if (!('of' in props)) return props.children();
  if (props.of === undefined || props.of === null) {
    return <p class="pt">Nothing has been computed yet.</p>;
  }
  return props.children(props.of);
}
