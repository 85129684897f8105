/** An opened embed line takes the address's settings and the widget's height; its button copies it. */
import { copyOnPress } from '../prose/copy-on-press.ts';
import { withoutHidden } from '../worksheet/words.ts';
import { embedCode } from './embed-code.ts';

/** Pixels of the line above the widget and of the space around both. */
const frame = 72;

/** Each time that the line is opened. */
export function fillEmbed(line: HTMLDetailsElement): void {
  const code = line.querySelector('code')!;
  code.textContent = codeOf(line);
  copyOnPress(line.querySelector('button')!, () => code.textContent);
}

function codeOf({ dataset, parentElement }: HTMLDetailsElement): string {
  const widget = parentElement!.querySelector('[data-widget]')!;
  const address = new URL(dataset.path! + withoutHidden(location.search), location.href);
  const height = Math.ceil(widget.getBoundingClientRect().height / 10) * 10 + frame;
  return embedCode({ address: address.href, title: dataset.title!, height });
}
