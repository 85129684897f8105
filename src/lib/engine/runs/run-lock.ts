/** One tab trains a run at a time: a lock of the browser's for each, which ends with the tab that holds it. */

export interface RunLock {
  /** False where the browser has no locks: another tab may hold the run too. */
  guarded: boolean;
  release(): void;
}

/** The lock, or null while another tab or worker holds it. */
export async function lockRun(id: string): Promise<RunLock | null> {
  const { locks } = navigator;
  if (!locks) return { guarded: false, release: () => undefined };
  return new Promise((resolve, reject) => {
    const held = locks.request(`four-equations-run ${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(null);
      return new Promise<void>((release) => resolve({ guarded: true, release }));
    });
    held.catch(reject);
  });
}

/** 128 random bits in hexadecimal; unlike `randomUUID`, also on a page that was not served by HTTPS. */
export function newRunId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
