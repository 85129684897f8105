/** The way to the whole page keeps what else its address says; words that hide nothing are named. */
import { unknownSentence, withoutHidden } from './words.ts';

const listed = (words = '') => words.split(' ').filter(Boolean);

/** `widget:heads` on a page without heads. */
function isAbsent(word: string): boolean {
  const [, name] = word.split(':');
  return name !== undefined && !document.querySelector(`[data-widget="${name}"]`);
}

/** `hidden` and `unknown`: what the script in the head has found in the link, with spaces between. */
export function tellHidden(hidden: string | undefined, unknown: string | undefined): void {
  const note = document.querySelector('.hidden-note')!;
  const everything = note.querySelector('a')!;
  // The address changes with the reader's picture and settings: the link is aimed anew when it is pressed.
  const aim = () => {
    everything.href = location.pathname + withoutHidden(location.search) + location.hash;
  };
  aim();
  everything.addEventListener('click', aim);
  const odd = [...listed(unknown), ...listed(hidden).filter(isAbsent)];
  if (odd.length > 0) note.querySelector('.some-unknown')!.textContent = unknownSentence(odd);
}
