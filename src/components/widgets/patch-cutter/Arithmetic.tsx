import { signed } from '../../../lib/figures/small-numbers.ts';

interface ArithmeticProps {
  /** The patch's row: P²C numbers. */
  row: ArrayLike<number>;
  /** Column d of E: P²C numbers. */
  column: ArrayLike<number>;
  /** What the engine made of the two. */
  sum: number;
  /** The patch and the number of the token, from 0. */
  patch: number;
  feature: number;
  /** D. */
  features: number;
  onChoose?: (feature: number) => void;
}

/** How many of the products are written out. */
const shown = 8;

/** One number of the token, term by term. */
export function Arithmetic(props: ArithmeticProps) {
  const { row, column, sum, patch, feature, features, onChoose } = props;
  const terms = Array.from({ length: shown }, (_, j) => ({ x: row[j]!, e: column[j]! }));
  const rest = row.length - shown;
  return (
    <div class="cutter-sum">
      <div class="ctl">
        <p class="pt">
          <b>One number of the token.</b> Multiply the row by one line of E, term by term, and add
          all {row.length} products.
        </p>
        <label class="f">
          line
          <input
            type="range"
            min={1}
            max={features}
            value={feature + 1}
            onInput={(event) => onChoose?.(event.currentTarget.valueAsNumber - 1)}
          />
          <output aria-live="off">
            {feature + 1} of {features}
          </output>
        </label>
      </div>
      <div
        class="arith"
        role="group"
        aria-label={`Number ${feature + 1} of the token of patch ${patch + 1} is ${signed(sum)}`}
      >
        <span>
          <i class="patch">x</i>
          <sub>{patch + 1}</sub>
        </span>
        {terms.map(({ x }) => (
          <span class="patch">{signed(x)}</span>
        ))}
        <span class="more">and {rest} more</span>
        <span>
          <i class="proj">E</i>
          <sub>{feature + 1}</sub>
        </span>
        {terms.map(({ e }) => (
          <span class="proj">{signed(e)}</span>
        ))}
        <span class="more" />
        <span>product</span>
        {terms.map(({ x, e }) => (
          <span class="sum">{signed(x * e)}</span>
        ))}
        <span class="sum total">sum {signed(sum)}</span>
      </div>
    </div>
  );
}
