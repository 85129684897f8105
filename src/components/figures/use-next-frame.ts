import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * A value, taken once a frame: what hangs on it is drawn once for every picture on the screen, however often a slider has moved
 * in between. The slider itself follows at once.
 */
export function useNextFrame<Value>(value: Value): Value {
  const [taken, take] = useState(value);
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => take(() => value));
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return taken;
}
