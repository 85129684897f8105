/** The form that makes a worksheet link: the link follows the boxes. */
import { copyOnPress } from '../prose/copy-on-press.ts';
import { withHidden } from './words.ts';

for (const sheet of document.querySelectorAll<HTMLDetailsElement>('details.worksheet')) {
  const code = sheet.querySelector('code')!;
  const button = sheet.querySelector('button')!;
  const write = () => {
    const chosen = sheet.querySelectorAll<HTMLInputElement>('input:checked');
    const words = [...chosen].map(({ value }) => value);
    const { origin, pathname, search } = location;
    code.textContent = origin + pathname + withHidden(search, words);
  };
  sheet.addEventListener('toggle', write);
  sheet.addEventListener('input', write);
  copyOnPress(button, () => code.textContent);
}
