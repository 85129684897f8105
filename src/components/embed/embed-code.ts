/** The line that shows a widget on another page. */

export interface EmbedCode {
  /** The whole address of the widget's page. */
  address: string;
  /** What the frame is called, for those who do not see it. */
  title: string;
  /** Pixels. */
  height: number;
}

export function embedCode({ address, title, height }: EmbedCode): string {
  const attributes = {
    src: address,
    title,
    width: '100%',
    height: String(height),
    style: 'border: 0',
    loading: 'lazy',
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${quoted(value)}"`);
  return `<iframe ${written.join(' ')}></iframe>`;
}

/** As an attribute; the apostrophe is the one of code. */
function quoted(text: string): string {
  return text
    .replaceAll('’', "'")
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;');
}
