import { useLayoutEffect, useState } from 'preact/hooks';

/** Whether the page runs: false when the site is built and until the island has woken. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
  useLayoutEffect(() => setAwake(true), []);
  return awake;
}
