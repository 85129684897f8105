/** Whether this device keeps a copy of the book: where it can, and until the reader says no. */
import { copyKey } from './names.ts';

export function wantsCopy(): boolean {
  try {
    return localStorage.getItem(copyKey) !== 'off';
  } catch {
    return true;
  }
}

export function chooseCopy(wanted: boolean): void {
  try {
    if (wanted) localStorage.removeItem(copyKey);
    else localStorage.setItem(copyKey, 'off');
  } catch {
    // No storage: the choice lasts as long as the page.
  }
}

export const canCopy = (): boolean => 'serviceWorker' in navigator;

/** Whether a visit alone begins a copy. On a metered line a reader asks for it, on the page “Offline”. */
export function copyComesByItself(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return import.meta.env.PROD && canCopy() && wantsCopy() && !connection?.saveData;
}
