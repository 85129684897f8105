import { useEffect, useState } from 'preact/hooks';

/**
 * A part of an island that is of no use before the engine has answered: fetched once the island has woken, beside the
 * engine and not before it. Null until it is here; `load` must not change.
 */
export function useLater<Part>(load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    let current = true;
    void load().then((found) => current && setPart(found));
    return () => void (current = false);
  }, [load]);
  return part;
}

/** An island's state: not ready before its part is here. */
export function stateWith<State extends string>(part: unknown, state: State): State | 'loading' {
  return part === null && state === 'ready' ? 'loading' : state;
}
