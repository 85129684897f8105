/**
 * How a page learns that a worker is gone: nothing else tells of one that was ended, or ran out of memory.
 *
 * The worker holds a lock of the browser's as long as it lives; the page asks for the same lock and gets it at the end.
 */

/** In the worker: resolves when the lock is held, or cannot be had. */
export function holdLifeLine(name: string): Promise<void> {
  const { locks } = navigator;
  if (!locks) return Promise.resolve();
  return new Promise((resolve) => {
    const held = locks.request(name, () => {
      resolve();
      return new Promise<never>(() => undefined);
    });
    held.catch(() => resolve()); // a page in a sandbox may not ask
  });
}

/** On the page, once the lock is held: calls `ended` when its holder is gone; returns what stops waiting. */
export function watchLifeLine(name: string, ended: () => void): () => void {
  const waiting = new AbortController();
  navigator.locks?.request(name, { signal: waiting.signal }, ended).catch(() => undefined);
  return () => waiting.abort();
}
