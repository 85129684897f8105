/** Values from elsewhere within a sentence: short, whatever they are. */

const longestShown = 40;

/** A value as it was given; what kind of thing it is where that would be long. */
export function shown(value: unknown): string {
  if (value === undefined) return '(missing)';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'; // prettier-ignore
  return shortened(String(value));
}

/** In quotation marks, so that its edges can be seen. */
export function quoted(text: string): string {
  return `“${shortened(text)}”`;
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, 2 * longestShown));
  const kept = characters.slice(0, longestShown).join('');
  return text.length > kept.length ? `${kept}…` : text;
}
