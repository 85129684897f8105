import { signed } from '../../../lib/figures/small-numbers.ts';
import { magnitude } from './product-pictures.ts';

interface TokenProps {
  /** D numbers. */
  token: ArrayLike<number>;
  /** The chosen one, from 0. */
  feature: number;
}

/** Height of one number, as tall as a row of Eᵀ beside it; the bars' width, and the room for a value. */
export const rowHeight = 5;
const width = 200;
const room = 56;

/** A token as bars about 0, each in line with the row of Eᵀ that makes it. */
export function Token({ token, feature }: TokenProps) {
  const numbers = Array.from(token);
  const most = magnitude(numbers);
  const length = (value: number) => (value / most) * (width / 2); // a black patch's token is all zeros
  const height = numbers.length * rowHeight;
  const middle = feature * rowHeight + rowHeight / 2;
  const name = `The token: ${numbers.length} numbers from ${signed(Math.min(...numbers))} to ${signed(Math.max(...numbers))}`;
  return (
    <svg
      class="cutter-token"
      viewBox={`0 0 ${width + room} ${height}`}
      width={width + room}
      height={height}
      role="img"
      aria-label={name}
    >
      <path class="zero" d={`M${width / 2} 0V${height}`} />
      {numbers.map((value, d) => (
        <rect
          key={d}
          class={d === feature ? 'chosen' : undefined}
          x={width / 2 + Math.min(0, length(value))}
          y={d * rowHeight + 1}
          width={Math.max(0.75, Math.abs(length(value)))}
          height={rowHeight - 1}
        />
      ))}
      <text x={width + 8} y={Math.min(height, Math.max(10, middle + 4))}>
        {signed(numbers[feature]!)}
      </text>
    </svg>
  );
}
