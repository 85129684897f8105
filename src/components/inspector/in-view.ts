/** Whether the reader can see an inspector: one that hangs below an equation, or the one that floats. */
import { signal, type ReadonlySignal } from '@preact/signals';

const seen = new Set<Element>();
const seenNow = signal(false);
export const inspectorInView: ReadonlySignal<boolean> = seenNow;

const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) seen.add(target);
    else seen.delete(target);
  }
  seenNow.value = seen.size > 0;
});

export function observeInspector(panel: Element): void {
  observer.observe(panel);
}
