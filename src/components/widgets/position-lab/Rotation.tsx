import { signed } from '../../../lib/figures/small-numbers.ts';
import type { Rotation as Turned } from './rotation.ts';

/** In the face of the formulas: the one of labels has no Greek. */
const omegaSign = <i class="greek">ω</i>;

interface RotationProps {
  turned: Turned | null;
  /** What stands here when the table is not made of waves. */
  otherwise: string;
  pairs: number;
  pairIndex: number;
  mostSteps: number;
  onPair: (pair: number) => void;
  onOffset: (offset: number) => void;
}

const radius = 92;
const inner = 30;
const number = (value: number) => signed(value, 3);
const words = {
  sequence: 'places in the sequence',
  column: 'columns to the right',
  row: 'rows down',
};

/** One pair of sine and cosine as a vector: k steps on, it has turned by kω, wherever it started. */
export function Rotation(props: RotationProps) {
  const { turned, otherwise, pairs, pairIndex, mostSteps, onPair, onOffset } = props;
  return (
    <figure class="panel poslab-rotation">
      <figcaption>
        <b>A step is a rotation.</b>{' '}
        {turned
          ? `The pair of columns ${turned.pair.sine} and ${turned.pair.cosine} as a vector: cosine to the right, sine up. It makes one turn in ${(
              (2 * Math.PI) /
              turned.omega
            ).toFixed(1)} steps.`
          : otherwise}
      </figcaption>
      {turned && (
        <>
          <Circle turned={turned} />
          <div>
            <div class="ctl">
              <label class="f">
                pair
                <input
                  type="range"
                  min={0}
                  max={pairs - 1}
                  value={pairIndex}
                  onInput={(event) => onPair(event.currentTarget.valueAsNumber)}
                />
                <output aria-live="off">
                  {pairIndex}, of 0 to {pairs - 1}
                </output>
              </label>
              <label class="f">
                steps k
                <input
                  type="range"
                  min={1}
                  max={mostSteps}
                  value={turned.offset}
                  onInput={(event) => onOffset(event.currentTarget.valueAsNumber)}
                />
                <output aria-live="off">
                  {turned.offset} {words[turned.pair.along]}
                </output>
              </label>
            </div>
            <Arithmetic turned={turned} />
          </div>
        </>
      )}
    </figure>
  );
}

/** The two vectors on the unit circle, and the angle between them. */
function Circle({ turned }: { turned: Turned }) {
  const { before, after, omega, offset, place } = turned;
  const box = radius + 28;
  const point = ([sine, cosine]: readonly [number, number], length = radius) =>
    `${(cosine * length).toFixed(1)} ${(-sine * length).toFixed(1)}`;
  const turn = (offset * omega) % (2 * Math.PI);
  const label = `At ${place} the vector is cosine ${number(before[1])}, sine ${number(before[0])}; ${offset} steps on, cosine ${number(after[1])}, sine ${number(after[0])}`;
  return (
    <svg
      class="poslab-circle"
      viewBox={`${-box} ${-box} ${2 * box} ${2 * box}`}
      width={2 * box}
      height={2 * box}
      role="img"
      aria-label={label}
    >
      <circle r={radius} class="unit" />
      <path class="unit" d={`M${-radius} 0H${radius}M0 ${-radius}V${radius}`} />
      <path
        class="turn"
        d={`M${point(before, inner)}A${inner} ${inner} 0 ${turn > Math.PI ? 1 : 0} 0 ${point(after, inner)}`}
      />
      <path class="before" d={`M0 0L${point(before)}`} />
      <path class="after" d={`M0 0L${point(after)}`} />
      <Tip at={before} text="p" />
      <Tip at={after} text="p + k" />
    </svg>
  );
}

function Tip({ at: [sine, cosine], text }: { at: readonly [number, number]; text: string }) {
  const anchor = cosine > 0.3 ? 'start' : cosine < -0.3 ? 'end' : 'middle';
  return (
    <text x={cosine * (radius + 7)} y={-sine * (radius + 12) + 4} text-anchor={anchor}>
      {text}
    </text>
  );
}

/** The rotation with its numbers filled in, beside what the table holds. */
function Arithmetic({ turned }: { turned: Turned }) {
  const { before, turn, after, omega, offset, place, held } = turned;
  const [s, c] = before.map(number);
  const [sk, ck] = turn.map(number);
  const angle = offset * omega;
  const row = held ? `row ${held.row}` : 'beyond the table';
  return (
    <div class="poslab-sums">
      <p class="pt">
        <b>p = {place}.</b> {omegaSign} = {omega.toPrecision(3)} radians a step; <i>k</i>
        {omegaSign} = {angle.toFixed(3)}, whatever <i>p</i> is.
      </p>
      <div class="poslab-lines" role="group" aria-label="The rotation with its numbers">
        <span>sin (p + k){omegaSign}</span>
        <span>
          = sin p{omegaSign} cos k{omegaSign} + cos p{omegaSign} sin k{omegaSign}
        </span>
        <span>
          = <b class="pos">{s}</b> × {ck} + <b class="pos">{c}</b> × {sk}
        </span>
        <span>
          = <b data-number="turned-sine">{number(after[0])}</b>
        </span>
        <span>
          {row}
          {held && <>: {number(held.values[0])}</>}
        </span>
        <span>cos (p + k){omegaSign}</span>
        <span>
          = cos p{omegaSign} cos k{omegaSign} − sin p{omegaSign} sin k{omegaSign}
        </span>
        <span>
          = <b class="pos">{c}</b> × {ck} − <b class="pos">{s}</b> × {sk}
        </span>
        <span>
          = <b data-number="turned-cosine">{number(after[1])}</b>
        </span>
        <span>
          {row}
          {held && <>: {number(held.values[1])}</>}
        </span>
      </div>
    </div>
  );
}
