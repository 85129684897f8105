/** Where inspectors stand: below their equation, or floating beside a symbol. */
import { h, render } from 'preact';
import type { BookSymbol } from './book-symbol.ts';
import { LiveInspection } from './LiveInspection.tsx';
import type { Place } from './places.ts';

/** The inspector that hangs below the element's equation, if it has one. */
export function hungInspector(element: Element): HTMLElement | null {
  return element.closest('.eqs')?.querySelector<HTMLElement>('.insp') ?? null;
}

const woken = new WeakSet<Element>();

export function renderIn(panel: HTMLElement, symbol: BookSymbol, index: string | null): void {
  if (!woken.has(panel)) panel.replaceChildren();
  woken.add(panel);
  panel.dataset.inspects = symbol.id;
  render(h(LiveInspection, { symbol, index }), panel);
}

let floating: HTMLElement | null = null;

/** Shows a symbol beside the place where it stands. */
export function showFloating({ element, index }: Place, symbol: BookSymbol): void {
  floating ??= createFloating();
  renderIn(floating, symbol, index);
  floating.showPopover();
  placeBeside(floating, element);
}

export function closeFloating(): void {
  floating?.hidePopover();
}

export function isOnFloating(target: EventTarget | null): boolean {
  return floating?.contains(target as Node) ?? false;
}

function createFloating(): HTMLElement {
  const panel = document.createElement('div');
  panel.className = 'insp floating';
  panel.popover = 'manual';
  panel.role = 'group';
  panel.ariaLabel = 'The symbol pointed at';
  document.body.append(panel);
  return panel;
}

/** Below the symbol, or above it where there is more room; never beyond the edges of the page. */
function placeBeside(panel: HTMLElement, element: Element): void {
  const [line = element.getBoundingClientRect()] = element.getClientRects();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const edge = 12;
  const room = document.documentElement.clientWidth - width - edge;
  const left = Math.max(edge, Math.min(line.left, room));
  const below = line.bottom + edge;
  const fits = below + height <= innerHeight || line.top < height + edge;
  const top = fits ? below : line.top - height - edge;
  panel.style.translate = `${left + scrollX}px ${top + scrollY}px`;
}
