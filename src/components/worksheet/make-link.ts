/** The form that makes a worksheet link: the link follows the boxes. */
import { copyOnPress } from '../prose/copy-on-press.ts';
import { withHidden } from './words.ts';

/** Each time that the form is opened. */
export function makeLink(sheet: HTMLDetailsElement): void {
  const code = sheet.querySelector('code')!;
  const button = sheet.querySelector('button')!;
  const write = () => {
    const chosen = sheet.querySelectorAll<HTMLInputElement>('input:checked');
    const words = [...chosen].map(({ value }) => value);
    const { origin, pathname, search } = location;
    code.textContent = origin + pathname + withHidden(search, words);
  };
  write();
  sheet.oninput = write;
  copyOnPress(button, () => code.textContent);
}
