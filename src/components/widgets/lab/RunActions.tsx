/** What can be done with a run, as words to press. */
import { useEffect, useRef, useState } from 'preact/hooks';

interface RunButtonProps {
  label: string;
  /** The run's name, for those who do not see the row. */
  of: string;
  expanded?: boolean;
  controls?: string;
  onPress: () => void;
}

export function RunButton({ label, of, expanded, controls, onPress }: RunButtonProps) {
  return (
    <button
      type="button"
      class="run-act"
      aria-label={`${label}: ${of}`}
      aria-expanded={expanded}
      aria-controls={controls}
      onClick={onPress}
    >
      {label}
    </button>
  );
}

/** Turns into another form while it is open; the focus goes in, and comes back when it closes. */
function useOpening() {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) place.current?.querySelector<HTMLElement>('input, button')?.focus();
    moved.current = true;
  }, [open]);
  return { open, setOpen, place };
}

const longestName = 60;

interface RenameRunProps {
  name: string;
  onRename: (name: string) => void;
}

/** A word that turns into a field: Enter keeps the new name, Escape the old one. */
export function RenameRun({ name, onRename }: RenameRunProps) {
  const { open, setOpen, place } = useOpening();
  const field = useRef<HTMLInputElement>(null);
  const keep = (event: Event) => {
    event.preventDefault();
    const typed = field.current!.value.trim();
    if (typed !== '' && typed !== name) onRename(typed);
    setOpen(false);
  };
  return (
    <span ref={place} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      {open ? (
        <form class="run-form" onSubmit={keep}>
          <input
            ref={field}
            class="field"
            aria-label={`New name of ${name}`}
            maxLength={longestName}
            value={name}
          />
          <button type="submit" class="run-act">
            Keep this name
          </button>
          <button type="button" class="run-act" onClick={() => setOpen(false)}>
            Cancel
          </button>
        </form>
      ) : (
        <RunButton label="Rename" of={name} onPress={() => setOpen(true)} />
      )}
    </span>
  );
}

interface DeleteRunProps {
  name: string;
  onDelete: () => void;
}

/** A word that asks again in its place; the focus stands on the harmless answer. */
export function DeleteRun({ name, onDelete }: DeleteRunProps) {
  const { open, setOpen, place } = useOpening();
  return (
    <span ref={place} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      {open ? (
        <span class="run-form" role="group" aria-label={`Delete ${name} for good?`}>
          Delete for good?
          <RunButton label="Keep it" of={name} onPress={() => setOpen(false)} />
          <RunButton label="Delete it" of={name} onPress={onDelete} />
        </span>
      ) : (
        <RunButton label="Delete" of={name} onPress={() => setOpen(true)} />
      )}
    </span>
  );
}
