/** A picture stretched to its box on purpose, as a matrix of cells is: an `img` would stand for a photograph out of shape. */

interface StretchedProps {
  src: string;
  /** What it shows, for those who do not see it. */
  name: string;
  class?: string;
}

export function Stretched({ src, name, ...rest }: StretchedProps) {
  return (
    <svg role="img" aria-label={name} {...rest}>
      <image href={src} width="100%" height="100%" preserveAspectRatio="none" />
    </svg>
  );
}
