import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { prepareVoice, sayWhenStill } from './voice.ts';

interface AnnouncedProps {
  class?: string;
  id?: string;
  'data-number'?: string;
  children: ComponentChildren;
}

/** A sentence that follows what the reader does: said aloud once it stands still. */
export function Announced({ children, ...attributes }: AnnouncedProps) {
  const place = useRef<HTMLParagraphElement>(null);
  const before = useRef<string | null>(null);
  useEffect(prepareVoice, []);
  useEffect(() => {
    const text = place.current!.textContent;
    if (before.current !== null && before.current !== text) sayWhenStill(place.current!);
    before.current = text;
  });
  return (
    <p ref={place} {...attributes}>
      {children}
    </p>
  );
}
