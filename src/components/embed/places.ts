/** Where the widgets of a chapter stand, read off its MDX. */

export interface WidgetPlace {
  /** The widget's name. */
  widget: string;
  /** How many headings of the second level stand before it. */
  headings: number;
}

/** The widgets of a chapter in their order; each with its first place. */
export function widgetPlaces(body: string): WidgetPlace[] {
  const imports = body.matchAll(/import (\w+) from '[^']*\/widgets\/([^/']+)\/\w+\.astro'/g);
  return [...imports]
    .map(([, component, widget]) => ({
      widget: widget!,
      at: body.search(new RegExp(`<${component}[ />]`)),
    })) // prettier-ignore
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ widget, at }) => ({ widget, headings: headingsIn(body.slice(0, at)) }));
}

const headingsIn = (text: string): number => [...text.matchAll(/^## /gm)].length;
