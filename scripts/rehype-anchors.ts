/**
 * Gives every section heading of a chapter a link to itself, so that a place can be shared.
 *
 * The link has no text of its own (its sign comes from the style sheet): a heading reads, is searched and is listed as it
 * was written.
 */
import type { Element, Root } from 'hast';

/** Headings that are sections; they must carry an id by now. */
const sections = ['h2', 'h3'];

export function rehypeAnchors() {
  return (tree: Root) => addAnchors(tree);
}

function addAnchors(parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { id } = child.properties;
    if (sections.includes(child.tagName) && typeof id === 'string') child.children.push(anchor(id));
    else addAnchors(child);
  }
}

function anchor(id: string): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: `#${id}`, className: ['anchor'], ariaLabel: 'Link to this section' },
    children: [],
  };
}
