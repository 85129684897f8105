interface MarkupProps {
  /** Markup of this site's own figures. */
  html: string;
  class?: string;
}

/** A figure that is drawn as a string. */
export function Markup({ html, class: className }: MarkupProps) {
  return <div class={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
