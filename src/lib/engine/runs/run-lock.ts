/** One tab trains a run at a time: a lock of the browser's for each, which ends with the tab that holds it. */

export interface RunLock {
  /** False where the browser gives no locks: another tab may hold the run too. */
  guarded: boolean;
  release(): void;
}

const unguarded: RunLock = { guarded: false, release: () => undefined };

/** The lock, or null while another tab or worker holds it. */
export async function lockRun(id: string): Promise<RunLock | null> {
  const { locks } = navigator;
  if (!locks) return unguarded;
  return new Promise((resolve) => {
    const held = locks.request(`four-equations-run ${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(null);
      return new Promise<void>((release) => resolve({ guarded: true, release }));
    });
    // A page in a sandbox may not ask.
    held.catch(() => resolve(unguarded));
  });
}

/** 128 random bits in hexadecimal; unlike `randomUUID`, also on a page that was not served by HTTPS. */
export function newRunId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
