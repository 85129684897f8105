/**
 * Whether the key `/` opens the search: on, until the reader turns it off in the search window.
 *
 * Kept in localStorage as `search-key`, `off` or nothing; without storage the choice lasts as long as the page.
 */
const name = 'search-key';
let on = stored();

function stored(): boolean {
  try {
    return localStorage.getItem(name) !== 'off';
  } catch {
    return true;
  }
}

export function isSearchKeyOn(): boolean {
  return on;
}

export function turnSearchKey(wanted: boolean): void {
  on = wanted;
  try {
    if (on) localStorage.removeItem(name);
    else localStorage.setItem(name, 'off');
  } catch {
    // No storage: the choice lasts as long as the page.
  }
}
