import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Photograph, Pixel } from './cut.ts';
import { cornerOf } from './cut.ts';
import type { Order } from './order.ts';

interface SequenceProps {
  photograph: Photograph;
  patchSize: number;
  patch: number;
  /** Which patch stands at each place. */
  order: Order;
  onChoose: (pixel: Pixel) => void;
  /** A patch was dragged to a place. */
  onMove: (patch: number, place: number) => void;
}

/** More patches than this move too slowly to show anything. */
const mostMoving = 256;

/** The same patches as a sequence, read like text; when P changes, they come out of the picture. */
export function Sequence(props: SequenceProps) {
  const { photograph, patchSize, patch, order, onChoose, onMove } = props;
  const { src, size } = photograph;
  const count = (size / patchSize) ** 2;
  const list = useRef<HTMLDivElement>(null);
  const drawn = useRef(patchSize);
  const dragged = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (drawn.current !== patchSize && count <= mostMoving)
      leavePicture(list.current!, size, patchSize);
    drawn.current = patchSize;
  }, [patchSize]);

  const patchUnder = ({ target }: PointerEvent): number | null => {
    const index = (target as HTMLElement).dataset.patch;
    return index === undefined ? null : Number(index);
  };

  function press(event: PointerEvent): void {
    const under = patchUnder(event);
    if (under === null) return;
    onChoose(cornerOf(under, size, patchSize));
    if (event.pointerType !== 'mouse') return;
    event.preventDefault();
    dragged.current = under;
  }

  function pass(event: PointerEvent): void {
    const under = patchUnder(event);
    if (event.pointerType !== 'mouse' || under === null) return;
    if (event.buttons !== 1) dragged.current = null;
    if (dragged.current === null) onChoose(cornerOf(under, size, patchSize));
    else if (under !== dragged.current) onMove(dragged.current, order.indexOf(under));
  }

  return (
    <div
      ref={list}
      class="cutter-sequence"
      data-marks="xp"
      role="img"
      aria-label={`${count} patches of ${patchSize} by ${patchSize} pixels, one after the other`}
      style={`--p: ${patchSize}; --s: ${size}; --photograph: url("${src}")`}
      onPointerDown={press}
      onPointerOver={pass}
      onPointerUp={() => (dragged.current = null)}
    >
      {order.map((i) => {
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
  [...list.children].forEach((child) => {
    const i = Number((child as HTMLElement).dataset.patch);
    const { left, top } = child.getBoundingClientRect();
    const { x, y } = cornerOf(i, size, patchSize);
    const from = `translate(${picture.left + x * scale - left}px, ${picture.top + y * scale - top}px)`;
    child.animate([{ transform: from }, { transform: 'none' }], { duration, easing: 'ease-out' });
  });
}
