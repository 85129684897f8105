import { lineLetter, shapeOf, type Sizes } from '../../lib/tensors/shape-expression.ts';

interface SymbolShapeProps {
  /** Sizes as expressions of the letters. */
  of: readonly string[];
  /** Without them the letters stand for themselves. */
  sizes: Sizes | null;
}

/** A symbol's shape, each size with the line of the dimension that it counts. */
export function SymbolShape({ of, sizes }: SymbolShapeProps) {
  const texts = sizes
    ? shapeOf(of, sizes).map((size) => size.toLocaleString('en'))
    : of.map((expression) => expression);
  return (
    <span class="shape">
      [
      {of.map((expression, i) => {
        const letter = lineLetter(expression);
        return (
          <>
            {i > 0 && ', '}
            {letter ? <i class={`dim-${letter}`}>{texts[i]}</i> : texts[i]}
          </>
        );
      })}
      ]
    </span>
  );
}
