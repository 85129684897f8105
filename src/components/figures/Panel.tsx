import type { ComponentChildren } from 'preact';
import './figures.css';

interface PanelProps {
  /** What it is. */
  title: ComponentChildren;
  /** How to read it. */
  reading: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}

/** A figure with its caption above. */
export function Panel({ title, reading, class: className = '', children }: PanelProps) {
  return (
    <figure class={`panel ${className}`}>
      <figcaption>
        <b>{title}</b> {reading}
      </figcaption>
      {children}
    </figure>
  );
}
