import type { ComponentChildren } from 'preact';
import type { Meeting } from '../../../lib/figures/attention-head.ts';
import { compact, signed } from '../../../lib/figures/small-numbers.ts';
import { tokenWords } from '../../../lib/figures/token-names.ts';

interface ArithmeticProps {
  meeting: Meeting;
  query: number;
  keyToken: number;
  divisor: number;
}

/** One query and one key, with every number filled in: score, weight, and what it adds to the output. */
export function Arithmetic({ meeting, query, keyToken, divisor }: ArithmeticProps) {
  const { products, score, weight, contribution, output } = meeting;
  return (
    <div class="steps-two">
      <div>
        <p class="pt">
          <b>One score …</b> Multiply the query of {tokenWords(query)} by the key of{' '}
          {tokenWords(keyToken)}, term by term, and add.
        </p>
        <Terms width={products.length}>
          <Line name={<Letter of="q" token={query} />} hue="query" values={meeting.query} />
          <Line name={<Letter of="k" token={keyToken} />} hue="key" values={meeting.key} />
          <Line
            name="product"
            values={products}
            total={<b data-number="score">{signed(score, 2)}</b>}
          />
        </Terms>
      </div>
      <div>
        <p class="pt">
          <b>… becomes one weight.</b> Divide, exponentiate, divide by the total of the row.
        </p>
        <Chain {...{ meeting, keyToken, divisor }} />
      </div>
      <div>
        <p class="pt">
          <b>What the key hands over.</b> Its value times its weight. All {tokenWords(query)}{' '}
          receives is the sum of such rows, one for each key.
        </p>
        <Terms width={products.length}>
          <Line name={<Letter of="v" token={keyToken} />} hue="value" values={meeting.value} />
          <Line name={`× ${signed(weight, 3)}`} values={contribution} />
          <Line name="all keys" values={output} number="output" sum />
        </Terms>
      </div>
    </div>
  );
}

function Chain({ meeting, keyToken, divisor }: Omit<ArithmeticProps, 'query'>) {
  const { score, divided, exponential, total, weight } = meeting;
  return (
    <div class="steps-chain">
      <Step name="score, divided">
        {signed(score, 2)} / {divisor.toFixed(2)} ={' '}
        <b data-number="divided">{signed(divided, 2)}</b>
      </Step>
      <Step name="exponential">
        e<sup>{signed(divided, 2)}</sup> = <b data-number="exponential">{compact(exponential)}</b>
      </Step>
      <Step name="weight">
        {compact(exponential)} / {compact(total)} = <b data-number="weight">{weight.toFixed(3)}</b>
      </Step>
      <Step name="added to the output">
        <b>{weight.toFixed(3)}</b> × <Letter of="v" token={keyToken} />
      </Step>
    </div>
  );
}

function Step({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <span>
      <small>{name}</small>
      {children}
    </span>
  );
}

const hues = { q: 'query', k: 'key', v: 'value' } as const;

/** q, k or v of a token. */
function Letter({ of, token }: { of: keyof typeof hues; token: number }) {
  return (
    <span class={`letter ${hues[of]}`} data-symbol={of}>
      <i>{of}</i>
      <sub>{token === 0 ? 'class' : token}</sub>
    </span>
  );
}

function Terms({ width, children }: { width: number; children: ComponentChildren }) {
  return (
    <div class="steps-scroll" tabIndex={0} role="group" aria-label="The terms">
      <div class="steps-terms" style={`--terms:${width};--lines:${width + 2}`}>
        {children}
      </div>
    </div>
  );
}

interface LineProps {
  name: ComponentChildren;
  values: ArrayLike<number>;
  hue?: string;
  total?: ComponentChildren;
  /** What tests call these numbers. */
  number?: string;
  /** A sum of what stands above. */
  sum?: boolean;
}

function Line({ name, values, hue = '', total, number, sum = false }: LineProps) {
  return (
    <p class={sum ? 'sum' : undefined} data-number={number}>
      <span>{name}</span>
      {Array.from(values, (value, i) => (
        <span key={i} class={hue}>
          {signed(value, 2)}
        </span>
      ))}
      <span class="total">{total && <>sum {total}</>}</span>
    </p>
  );
}
