/**
 * The way to the search: the button of the running head, and the key `/` wherever no one is typing, unless the reader
 * has turned it off.
 */
import { isSearchKeyOn } from './search-key.ts';

const buttons = document.querySelectorAll<HTMLButtonElement>('button.search-open');
const typed = 'input, textarea, select, [contenteditable], [role="application"]';

async function open(): Promise<void> {
  if (document.querySelector('dialog[open]')) return;
  const { openSearch } = await import('./open-dialog.tsx');
  openSearch();
}

for (const button of buttons) {
  button.hidden = false;
  button.addEventListener('click', () => void open());
}

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (key !== '/' || ctrlKey || metaKey || altKey || event.defaultPrevented) return;
  if (!isSearchKeyOn() || (target instanceof Element && target.closest(typed))) return;
  event.preventDefault();
  void open();
});
