/** Makes Observable Plot's output one picture for screen readers: a role and a name, nothing named inside. */
export function namePlot(
  element: SVGSVGElement | HTMLElement,
  name: string,
): SVGSVGElement | HTMLElement {
  for (const group of element.querySelectorAll('[aria-label], [aria-description], [aria-hidden]')) {
    group.removeAttribute('aria-label');
    group.removeAttribute('aria-description');
    group.removeAttribute('aria-hidden');
  }
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', name);
  return element;
}
