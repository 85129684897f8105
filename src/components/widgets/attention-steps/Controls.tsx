import { useMemo } from 'preact/hooks';
import { OneOf } from '../../controls/OneOf.tsx';
import { tokenName } from '../../../lib/figures/token-names.ts';
import {
  defaults,
  divisorOf,
  divisors,
  divisorWords,
  type Divisor,
  type FittedSettings,
  type ModelShape,
  type StepsSettings,
} from './settings.ts';

interface ControlsProps {
  shape: ModelShape;
  settings: FittedSettings;
  change: (part: Partial<StepsSettings>) => void;
}

/** Block, head, divisor, and the two tokens by name: what pictures offer to the pointer, without one. */
export function Controls({ shape, settings, change }: ControlsProps) {
  const { block, head, divisor, query, key } = settings;
  return (
    <div class="ctl">
      <OneOf
        label="block"
        count={shape.blocks}
        value={block}
        onInput={(to) => change({ block: to })}
      />
      <OneOf label="head" count={shape.heads} value={head} onInput={(to) => change({ head: to })} />
      <label class="f">
        divide scores by
        <select
          value={divisor}
          title="default: √K"
          onInput={(event) => change({ divisor: event.currentTarget.value as Divisor })}
        >
          {divisors.map((one) => (
            <option key={one} value={one}>
              {divisorWords[one]}
              {one !== 'one' && ` = ${divisorOf(one, shape).toFixed(2)}`}
            </option>
          ))}
        </select>
      </label>
      <Token
        label="query"
        tokens={shape.tokens}
        value={query}
        onInput={(to) => change({ query: to! })}
      />
      <Token
        label="key"
        tokens={shape.tokens}
        value={key}
        automatic="the heaviest"
        onInput={(to) => change({ key: to })}
      />
      <button class="btn" type="button" onClick={() => change(defaults)}>
        Reset
      </button>
    </div>
  );
}

interface TokenProps {
  label: string;
  tokens: number;
  value: number | null;
  /** What null is called, where it may be chosen. */
  automatic?: string;
  onInput: (token: number | null) => void;
}

function Token({ label, tokens, value, automatic, onInput }: TokenProps) {
  const options = useMemo(
    () =>
      Array.from({ length: tokens }, (_, token) => (
        <option key={token} value={String(token)}>
          {tokenName(token)}
        </option>
      )),
    [tokens],
  );
  return (
    <label class="f">
      <span class={label}>{label}</span>
      <select
        aria-label={`${label} token`}
        value={value === null ? '' : String(value)}
        onInput={({ currentTarget: { value: to } }) => onInput(to === '' ? null : Number(to))}
      >
        {automatic && <option value="">{automatic}</option>}
        {options}
      </select>
    </label>
  );
}
