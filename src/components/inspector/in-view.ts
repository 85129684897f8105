/** Whether the reader can see an inspector, or soon will: one that hangs below an equation, or the one that floats. */
import { signal, type ReadonlySignal } from '@preact/signals';

const seen = new Set<Element>();
const seenNow = signal(false);
export const inspectorInView: ReadonlySignal<boolean> = seenNow;

/** Half a window above and below: what is scrolled to stands there already. */
const soon = { rootMargin: '50% 0px' };

const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) seen.add(target);
    else seen.delete(target);
  }
  seenNow.value = seen.size > 0;
}, soon);

export function observeInspector(panel: Element): void {
  observer.observe(panel);
}
