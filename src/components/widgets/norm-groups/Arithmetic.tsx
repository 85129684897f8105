import type { ComponentChildren } from 'preact';
import type { NormaliseResult } from '../../../lib/engine/computations/normalise.ts';
import {
  groupSize,
  numberAt,
  statisticAt,
  type BatchShape,
  type Group,
  type Place,
} from '../../../lib/figures/norm-groups.ts';
import { scientific, signed } from '../../../lib/figures/small-numbers.ts';
import { whole } from '../../../lib/figures/words.ts';
import type { NormAsked } from './batch.ts';

interface ArithmeticProps {
  asked: NormAsked;
  result: NormaliseResult;
  place: Place;
  group: Group;
  shape: BatchShape;
}

/** The chosen number through the norm, with its numbers filled in. */
export function Arithmetic({ asked, result, place, group, shape }: ArithmeticProps) {
  const { norm, training, affine, groups } = asked;
  const at = numberAt(shape, place);
  const x = result.x[at]!;
  if (result.refused)
    return (
      <figure class="panel norm-sum">
        <figcaption>
          <b>The chosen number.</b> Its group holds 1 number, {signed(x)}.
        </figcaption>
      </figure>
    );
  const statistic = statisticAt(norm, shape, place, groups);
  const variance = result.variance[statistic]!;
  const mean = norm === 'rms' ? null : result.mean[statistic]!;
  const [normalised, output] = [result.normalised[at]!, result.output[at]!];
  const weight = affine.weight[place.channel]!;
  const bias = norm === 'rms' ? null : affine.bias[place.channel]!;
  const running = norm === 'batch' && !training;
  const size = running ? 0 : groupSize(group);
  return (
    <figure class="panel norm-sum">
      <figcaption>
        <b>The chosen number, {signed(x)}.</b>{' '}
        {running
          ? 'Its channel’s running averages stand in for the batch.'
          : `Its group holds ${whole(size)} numbers.`}
      </figcaption>
      <dl class="norm-numbers">
        {!running && <Number title="numbers" name="count" text={whole(size)} />}
        {mean !== null && (
          <Number
            title={<>{running ? 'running mean' : 'mean'} <Greek of="μ" /></>} // prettier-ignore
            name="mean"
            text={signed(mean)}
          />
        )}
        <Number
          title={<Spread norm={norm} running={running} />}
          name="variance"
          text={scientific(variance)}
        />
        {/* prettier-ignore */}
        <Number title={<Greek of="ε" />} name="epsilon" text={scientific(result.epsilon)} />
        <Number title={<Greek of="γ" />} name="weight" text={signed(weight)} />
        {bias !== null && <Number title={<Greek of="β" />} name="bias" text={signed(bias)} />}
      </dl>
      <p class="norm-line">
        <span>
          {mean === null ? signed(x) : `(${signed(x)} ${minus(mean)})`} / √({scientific(variance)} +{' '}
          {scientific(result.epsilon)})
        </span>
        <b>
          = <span data-number="normalised">{signed(normalised)}</span>
        </b>
      </p>
      <p class="norm-line">
        <span>
          {signed(weight)} × {brackets(normalised)} {bias !== null && plus(bias)}
        </span>
        <b>
          = <span data-number="output">{signed(output)}</span>
        </b>
      </p>
    </figure>
  );
}

function Spread({ norm, running }: { norm: NormAsked['norm']; running: boolean }) {
  if (norm === 'rms') return <>mean of squares</>;
  return (
    <>
      {running ? 'running variance' : 'variance'} <Greek of="σ" />
      <sup>2</sup>
    </>
  );
}

/** A Greek letter in the face that has it. */
function Greek({ of }: { of: string }) {
  return <i class="greek">{of}</i>;
}

interface NumberProps {
  title: ComponentChildren;
  name: string;
  text: string;
}

function Number({ title, name, text }: NumberProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd data-number={name}>{text}</dd>
    </div>
  );
}

const minus = (value: number) => (value < 0 ? `+ ${signed(-value)}` : `− ${signed(value)}`);
const plus = (value: number) => (value < 0 ? `− ${signed(-value)}` : `+ ${signed(value)}`);
const brackets = (value: number) => (value < 0 ? `(${signed(value)})` : signed(value));
