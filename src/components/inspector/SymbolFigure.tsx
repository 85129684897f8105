import { useLayoutEffect, useRef } from 'preact/hooks';
import { axisLine, axisRoom } from '../../lib/figures/axis-line.ts';
import { paint } from '../../lib/figures/pictures.ts';
import { pictureScale, symbolPicture, tilingOf } from '../../lib/figures/symbol-picture.ts';
import { lineLetter } from '../../lib/tensors/shape-expression.ts';
import { watchPalette } from '../figures/palette.ts';
import type { BookSymbol } from './book-symbol.ts';
import type { SymbolValue } from './symbol-values.ts';
import { reading } from './words.ts';

interface SymbolFigureProps {
  symbol: BookSymbol;
  value: SymbolValue;
}

/** A symbol's value, one pixel per number scaled by a whole number, with the lines of its dimensions. */
export function SymbolFigure({ symbol, value }: SymbolFigureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = watchPalette().value;
  const { tiles, columns, width, height, across, down } = tilingOf(
    symbol.picture,
    value.shape,
    value.patch,
  );
  const size = {
    width: columns * (width + 1) - 1,
    height: Math.ceil(tiles / columns) * (height + 1) - 1,
  };
  const scale = pictureScale(size);
  useLayoutEffect(() => {
    if (canvas.current && palette)
      paint(canvas.current, symbolPicture(symbol.picture, value, value.patch, palette));
  }, [symbol, value, palette]);
  const letter = (axis: number | null) => (axis === null ? null : lineLetter(symbol.shape[axis]!));
  const read = reading(symbol.picture, value);
  return (
    <>
      <div class="insp-picture">
        <Axis letter={letter(down)} length={size.height * scale} upright />
        <canvas
          ref={canvas}
          width={1}
          height={1}
          style={`width:${size.width * scale}px;height:${size.height * scale}px`}
          role="img"
          aria-label={`${symbol.name}: ${value.shape.join(' by ')} numbers. ${read}`}
        />
        <Axis letter={letter(across)} length={size.width * scale} />
      </div>
      <p class="insp-where">{[value.caption, read].filter(Boolean).join('; ')}</p>
      <p class="insp-where insp-facts">
        {value.facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </>
  );
}

interface AxisProps {
  letter: string | null;
  /** Pixels. */
  length: number;
  upright?: boolean;
}

function Axis({ letter, length, upright = false }: AxisProps) {
  const line = axisLine(letter, length);
  if (!line) return <span />;
  const box = upright ? [axisRoom, length] : [length, axisRoom];
  return (
    <svg width={box[0]} height={box[1]} aria-hidden="true">
      <path
        d={line.path}
        stroke-width={line.width}
        stroke-dasharray={line.dashes}
        transform={upright ? 'matrix(0 1 1 0 0 0)' : undefined}
      />
    </svg>
  );
}
