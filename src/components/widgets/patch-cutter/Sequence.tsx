import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Photograph, Pixel } from './cut.ts';
import { cornerOf } from './cut.ts';

interface SequenceProps {
  photograph: Photograph;
  patchSize: number;
  patch: number;
  onChoose: (pixel: Pixel) => void;
}

/** More patches than this move too slowly to show anything. */
const mostMoving = 256;

/** The same patches as a sequence, read like text; when P changes, they come out of the picture. */
export function Sequence({ photograph, patchSize, patch, onChoose }: SequenceProps) {
  const { src, size } = photograph;
  const count = (size / patchSize) ** 2;
  const list = useRef<HTMLDivElement>(null);
  const drawn = useRef(patchSize);

  useLayoutEffect(() => {
    if (drawn.current !== patchSize && count <= mostMoving)
      leavePicture(list.current!, size, patchSize);
    drawn.current = patchSize;
  }, [patchSize]);

  function point({ target }: PointerEvent): void {
    const index = (target as HTMLElement).dataset.patch;
    if (index !== undefined) onChoose(cornerOf(Number(index), size, patchSize));
  }

  return (
    <div
      ref={list}
      class="cutter-sequence"
      data-marks="xp"
      role="img"
      aria-label={`${count} patches of ${patchSize} by ${patchSize} pixels, one after the other`}
      style={`--p: ${patchSize}; --s: ${size}; --photograph: url("${src}")`}
      onPointerDown={point}
      onPointerOver={(event) => event.pointerType === 'mouse' && point(event)}
    >
      {Array.from({ length: count }, (_, i) => {
        const { x, y } = cornerOf(i, size, patchSize);
        return (
          <i
            key={i}
            data-patch={i}
            class={i === patch ? 'chosen' : undefined}
            style={`--x:${x};--y:${y}`}
          />
        );
      })}
    </div>
  );
}

/** Moves each patch from its place in the picture to its place in the sequence. */
function leavePicture(list: HTMLElement, size: number, patchSize: number): void {
  const picture = list
    .closest('.widget')
    ?.querySelector('.cutter-picture')
    ?.getBoundingClientRect();
  const duration = parseFloat(getComputedStyle(list).getPropertyValue('--move'));
  if (!picture || !duration) return;
  const scale = picture.width / size;
  [...list.children].forEach((child, i) => {
    const { left, top } = child.getBoundingClientRect();
    const { x, y } = cornerOf(i, size, patchSize);
    const from = `translate(${picture.left + x * scale - left}px, ${picture.top + y * scale - top}px)`;
    child.animate([{ transform: from }, { transform: 'none' }], { duration, easing: 'ease-out' });
  });
}
