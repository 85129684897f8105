import { useRef } from 'preact/hooks';

/**
 * What figures show that stand on several answers: the last ones that belonged together, while others are on their way. Null
 * until there were such; `now` is null while there are none.
 */
export function useWhole<Whole>(now: Whole | null): Whole | null {
  const last = useRef<Whole | null>(null);
  if (now !== null) last.current = now;
  return last.current;
}
