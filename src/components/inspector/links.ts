/**
 * Wakes the symbols of a page: each equation gets its tab stop, and the inspector is fetched when a reader first points
 * at a symbol, or rests where one hangs below an equation.
 *
 * The only part of it that a page loads at once.
 */
type Handle = (event: Event) => void;

/** What is one tab stop: an equation, or lines that belong together. */
const group = '.eq-lines, .unfold, .eq';

let handle: Handle | null = null;
const waiting: Event[] = [];

function receive(event: Event): void {
  if (handle) return handle(event);
  const target = event.target as Element;
  if (!target.closest?.('[data-symbol], .dim, .eq-keys')) return;
  if (event instanceof KeyboardEvent && event.key.startsWith('Arrow')) event.preventDefault();
  waiting.push(event);
  wake();
}

let waking = false;

function wake(): void {
  if (waking) return;
  waking = true;
  void import('./inspect.ts').then(({ createInspector }) => {
    handle = createInspector();
    waiting.forEach(handle);
  });
}

for (const type of ['pointerover', 'focusin', 'click', 'keydown'])
  document.addEventListener(type, receive);

/** Lies over the equation, lets the pointer through, and holds the focus and the names of the symbols. */
function addKeys(equation: Element, number: number): void {
  const keys = document.createElement('div');
  keys.className = 'eq-keys';
  keys.id = `keys-${number}`;
  keys.tabIndex = 0;
  keys.role = 'listbox';
  keys.ariaOrientation = 'horizontal';
  keys.ariaLabel = 'Symbols of the equation: move with the arrow keys';
  equation.append(keys);
}

[...document.querySelectorAll(group)]
  .filter((element) => !element.parentElement!.closest(group))
  .filter((element) => element.querySelector('[data-symbol]'))
  .forEach(addKeys);

/** Milliseconds for which an inspector is in view before it opens. */
const rest = 1000;
let timer = 0;

const inView = new IntersectionObserver((entries) => {
  clearTimeout(timer);
  if (entries.some(({ isIntersecting }) => isIntersecting)) timer = window.setTimeout(wake, rest);
});
document.querySelectorAll('.eqs > .insp').forEach((inspector) => inView.observe(inspector));
