/** Brings the copy buttons of the code cells to life: the shown language goes to the clipboard. */
import { copyOnPress } from './copy-on-press.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('.cell .copy')) {
  const panels = [...button.closest('.cell')!.querySelectorAll('pre')];
  copyOnPress(button, () => panels.find((pre) => pre.checkVisibility())?.textContent ?? '');
}
