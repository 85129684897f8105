import { useMemo } from 'preact/hooks';
import type { Raster } from '../../../lib/images/raster.ts';
import { Canvas } from '../../figures/Canvas.tsx';
import type { Photograph } from '../patch-cutter/cut.ts';

interface PartProps {
  photograph: Photograph;
  /** Its pixels; until they are here, the middle of the photograph's file. */
  picture: Raster | null | undefined;
  width: number;
  height: number;
  patchSize: number;
  /** What it was stretched from, pixels. */
  from?: readonly [width: number, height: number];
  /** A circle that the picture carries along, for its shape to be seen. */
  circle?: boolean;
  /** What no whole patch covers is faint. */
  faint?: boolean;
}

/** A picture with the cuts of its patches over it; two screen pixels for each of its own. */
export function Part(props: PartProps) {
  const { photograph, picture, width, height, patchSize, from, circle, faint } = props;
  const [columns, rows] = [Math.floor(width / patchSize), Math.floor(height / patchSize)];
  const [left, top] = [Math.floor((width % patchSize) / 2), Math.floor((height % patchSize) / 2)];
  const [covered, deep] = [columns * patchSize, rows * patchSize];
  const draw = useMemo(
    () => picture && (() => ({ width, height, data: picture.pixels })),
    [picture, width, height],
  );
  const name = `${photograph.alt}, ${width} by ${height} pixels: ${columns} by ${rows} whole patches`;
  if (columns * rows === 0) return <p class="pt">No patch fits.</p>;
  const [across, down] = from ?? [width, height];
  const zoom = photograph.size / across;
  const radius = 0.3 * Math.min(across, down);
  const lines =
    Array.from({ length: columns + 1 }, (_, i) => `M${left + i * patchSize} ${top}v${deep}`).join(
      '',
    ) +
    Array.from({ length: rows + 1 }, (_, i) => `M${left} ${top + i * patchSize}h${covered}`).join(
      '',
    );
  const outside = `M0 0H${width}V${height}H0zM${left} ${top}v${deep}h${covered}v${-deep}z`;
  return (
    <div class="side-part" style={`--w:${width};--h:${height}`}>
      {draw ? (
        <Canvas picture={draw} name={name} />
      ) : (
        <i
          role="img"
          aria-label={name}
          style={`background-image:url("${photograph.src}");background-size:${100 * zoom}% ${(100 * photograph.size) / down}%`}
        />
      )}
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {faint && <path class="outside" d={outside} fill-rule="evenodd" />}
        <path class="cuts" d={lines} />
        {circle && (
          <ellipse
            cx={width / 2}
            cy={height / 2}
            rx={(radius * width) / across}
            ry={(radius * height) / down}
          />
        )}
      </svg>
    </div>
  );
}
