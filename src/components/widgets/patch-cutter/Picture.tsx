import type { Photograph, Pixel } from './cut.ts';
import { cornerOf, step } from './cut.ts';

interface PictureProps {
  photograph: Photograph;
  patchSize: number;
  /** The chosen patch, from 0. */
  patch: number;
  onChoose: (pixel: Pixel) => void;
}

/** The whole photograph with its cuts; point at a patch, or move to it with the arrow keys. */
export function Picture({ photograph, patchSize, patch, onChoose }: PictureProps) {
  const { src, alt, size } = photograph;
  const grid = size / patchSize;
  const { x, y } = cornerOf(patch, size, patchSize);

  function point(event: PointerEvent): void {
    const { left, top, width } = (event.currentTarget as Element).getBoundingClientRect();
    const pixel = (distance: number) =>
      Math.min(size - 1, Math.max(0, Math.floor((distance / width) * size)));
    onChoose({ x: pixel(event.clientX - left), y: pixel(event.clientY - top) });
  }

  function press(event: KeyboardEvent): void {
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const pixel = step(event.key, patch, size, patchSize);
    if (pixel) onChoose(pixel);
  }

  const cuts = Array.from({ length: grid - 1 }, (_, i) => (i + 1) * patchSize);
  const path = cuts.map((at) => `M${at} 0V${size}M0 ${at}H${size}`).join('');
  return (
    <div
      class="cutter-picture"
      role="application"
      tabIndex={0}
      aria-label={`${alt}, cut into ${grid} rows of ${grid} patches. Arrow keys move to another patch.`}
      aria-describedby="cutter-chosen"
      onPointerDown={point}
      onPointerMove={(event) => event.pointerType === 'mouse' && point(event)}
      onKeyDown={press}
    >
      <img src={src} alt="" width={size * 3} height={size * 3} draggable={false} />
      <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <path class="cuts" d={path} />
        <rect class="halo" x={x} y={y} width={patchSize} height={patchSize} />
        <rect class="ring" x={x} y={y} width={patchSize} height={patchSize} />
      </svg>
    </div>
  );
}
