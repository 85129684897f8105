interface ButtonProps {
  label: string;
  onPress: () => void;
  /** Why it cannot be pressed; null when it can. */
  reason?: string | null;
  /** What it does, where the label is too short to say it. */
  hint?: string;
  /** The one thing to press first. */
  primary?: boolean;
}

/** A button that, when it cannot be pressed, says why. */
export function Button({ label, onPress, reason = null, hint, primary = false }: ButtonProps) {
  return (
    <button
      type="button"
      class={primary ? 'btn go' : 'btn'}
      disabled={reason !== null}
      title={reason ?? hint}
      onClick={onPress}
    >
      {label}
    </button>
  );
}
