/**
 * One quiet voice for the page: of what a reader's hand has changed, only what is left when it rests is said.
 *
 * Sentences that follow a slider are not live regions themselves; a screen reader would read every step of it. Nothing is
 * said of widgets that nobody has touched: they change when they wake, and with the reader's picture.
 */

/** Milliseconds for which a sentence has stood still. */
const rest = 700;

let voice: HTMLElement | undefined;
let touched: Element | null = null;
let timer = 0;

/** Prepares the voice: it must be there before it says anything. */
export function prepareVoice(): void {
  if (voice) return;
  voice = document.createElement('p');
  voice.className = 'vh voice';
  voice.ariaLive = 'polite';
  document.body.append(voice);
  for (const type of ['click', 'input', 'keydown'])
    document.addEventListener(type, ({ target }) => touch(target), true);
}

function touch(target: EventTarget | null): void {
  if (target instanceof Element) touched = target.closest('[data-widget]');
}

/** Says the text of an element of the widget that was touched last, once it rests. */
export function sayWhenStill(element: Element): void {
  if (!touched?.contains(element)) return;
  clearTimeout(timer);
  timer = window.setTimeout(() => (voice!.textContent = element.textContent), rest);
}
