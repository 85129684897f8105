/** Whether this device shall keep a copy of the book: yes, until the reader says no. */
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
