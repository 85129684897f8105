import type { ComponentChildren } from 'preact';
import { cellWidth } from './cut.ts';
import { rowHeight, Token } from './Token.tsx';

/** The widest that a row of numbers is drawn, screen pixels. */
const widest = 768;

interface ProductProps {
  /** The patch, from 0. */
  patch: number;
  patchSize: number;
  channels: number;
  /** The row of P²C numbers, as a picture. */
  row: ComponentChildren;
  /** Eᵀ, [D, P²C], as a picture. */
  weight: ComponentChildren;
  /** The largest magnitude in E. */
  largest: number;
  token: ArrayLike<number>;
  /** The chosen number of the token, from 0. */
  feature: number;
  onChoose?: (feature: number) => void;
}

/** x E = token, drawn: the row above, Eᵀ under it, and beside each of its lines the number that the two make. */
export function Product(props: ProductProps) {
  const { patch, patchSize, channels, row, weight, token, feature, onChoose } = props;
  const most = props.largest.toFixed(2);
  const length = patchSize * patchSize * channels;
  const cell = cellWidth(length, widest);

  function point(event: PointerEvent): void {
    const { top, height } = (event.currentTarget as Element).getBoundingClientRect();
    const at = Math.floor(((event.clientY - top) / height) * token.length);
    onChoose?.(Math.min(token.length - 1, Math.max(0, at)));
  }

  return (
    <figure
      class="panel cutter-product"
      style={`--length: ${length * cell}px; --d: ${token.length}; --line: ${rowHeight}px`}
    >
      <figcaption>
        <b>Its row, times E, is its token.</b> Top: the {length} numbers of{' '}
        <span class="patch" data-symbol="xpi" data-index={patch + 1}>
          patch {patch + 1}
        </span>
        . Under it:{' '}
        <span class="proj" data-symbol="E">
          E
        </span>
        , turned on its side. Bars: the token, one number for each line of E.
      </figcaption>
      <div class="sides">
        <div class="matrix" tabIndex={0} role="group" aria-label="The row and the matrix">
          <div class="row-picture" data-marks="xpi">
            {row}
          </div>
          <div class="weight-picture" data-marks="E" onPointerDown={point}>
            {weight}
            <span class="line" style={`top: ${feature * rowHeight}px`} />
          </div>
          <p class="axis">
            <span>
              <span class="num">P²C</span> = {length}
            </span>
            <span>
              {patchSize} × {patchSize} pixels × {channels} channels
            </span>
          </p>
        </div>
        <div class="token">
          <p class="pt">token {patch + 1}</p>
          <Token token={token} feature={feature} />
          <p class="axis">
            <span>
              <i class="dim dim-D">D</i> = {token.length}
            </span>
          </p>
        </div>
      </div>
      <div class="keys">
        <p class="keyline">
          <span>row: 0</span>
          <i />
          <span>1</span>
        </p>
        <p class="keyline">
          <span>E: −{most}</span>
          <i class="div" />
          <span>{most}</span>
        </p>
      </div>
    </figure>
  );
}
