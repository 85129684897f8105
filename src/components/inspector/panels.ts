/** Where inspectors stand: below their equation, or floating beside a symbol. */
import { h, render, type ComponentChild } from 'preact';
import type { BookEntry } from './book-symbol.ts';
import { LiveInspection } from './LiveInspection.tsx';
import { observeInspector } from './in-view.ts';
import css from './panel.css?inline';
import type { Place } from './places.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);

/** The inspector that hangs below the element's equation, if it has one. */
export function hungInspector(element: Element): HTMLElement | null {
  return element.closest('.eqs')?.querySelector<HTMLElement>('.insp') ?? null;
}

/** Shows a symbol where its place has its inspector. */
export function showSymbol(place: Place, entry: BookEntry): void {
  const opening = place.element.matches('.insp');
  showAt(place, h(LiveInspection, { entry, index: place.index, opening }));
}

/** Says there why nothing can be shown. */
export function showFailure(place: Place, why: string): void {
  showAt(place, h('p', { class: 'insp-where failed', role: 'status' }, why));
}

/** The symbol with which the inspector below an equation opens; null where none hangs. */
export function openingOf(element: Element): Place | null {
  const hung = hungInspector(element);
  if (!hung) return null;
  return { id: hung.dataset.opens!, index: null, element: hung, anchor: hung };
}

const woken = new WeakSet<Element>();

function showAt({ anchor }: Place, content: ComponentChild): void {
  const panel = hungInspector(anchor) ?? floatingPanel();
  if (!woken.has(panel)) {
    panel.replaceChildren();
    observeInspector(panel);
  }
  woken.add(panel);
  render(content, panel);
  if (panel !== floating) return;
  panel.showPopover();
  placeBeside(panel, anchor);
}

let floating: HTMLElement | null = null;

export function closeFloating(): void {
  floating?.hidePopover();
}

export function isOnFloating(target: EventTarget | null): boolean {
  return floating?.contains(target as Node) ?? false;
}

function floatingPanel(): HTMLElement {
  if (floating) return floating;
  floating = document.createElement('div');
  floating.className = 'insp floating';
  floating.popover = 'manual';
  floating.role = 'group';
  floating.ariaLabel = 'The symbol pointed at';
  document.body.append(floating);
  return floating;
}

/** Below the symbol, or above it where only there it fits; never beyond the edges of the page. */
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
