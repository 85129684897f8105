import type { ComponentChildren } from 'preact';
import './check.css';

interface CheckProps {
  /** The widget's name, for tests. */
  name: string;
  awake: boolean;
  /** `Question`s. */
  children: ComponentChildren;
}

/** The end of a chapter: questions that are answered by predicting first. */
export function Check({ name, awake, children }: CheckProps) {
  return (
    <section
      class="check"
      data-widget={name}
      data-state={awake ? 'ready' : 'poster'}
      aria-labelledby={`${name}-title`}
    >
      <h2 id={`${name}-title`}>Check yourself</h2>
      <ol>{children}</ol>
    </section>
  );
}
