/** The numbers of chapter 3's prose, from the library itself. */
import { abs, add, grads, max, mul, norm, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import { registerGradients } from '../../src/lib/engine/gradients.ts';
import {
  compareRows,
  fallingSteps,
  firstTurn,
  meanByOffset,
  type Rows,
} from '../../src/lib/figures/positions.ts';
import { patchCount, tinyVit, tokenCount } from '../../src/lib/model/config.ts';
import { initClassToken } from '../../src/lib/stages/class-token.ts';
import { initialisations, type InitialisationName } from '../../src/lib/stages/initialisation.ts';
import { initLayerNorm, layerNorm } from '../../src/lib/stages/layer-norm.ts';
import { addPositions, initPositionEmbedding } from '../../src/lib/stages/position-embedding.ts';
import { interleaved, timingSignal } from '../../src/lib/stages/sinusoids.ts';
import { createRandom } from '../../src/lib/tensors/random.ts';

const seed = 1;
const base16 = { ...tinyVit, imageSize: 224, patchSize: 16, inChannels: 3, embedDim: 768 };

/** Everything that the chapter's prose and tables quote. */
export async function positionsNumbers() {
  registerGradients();
  const D = base16.embedDim;
  return {
    tiny: { patches: patchCount(tinyVit), tokens: tokenCount(tinyVit), width: tinyVit.embedDim },
    base16: shapes(base16),
    base16At384: shapes({ ...base16, imageSize: 384 }),
    courses: {
      sequence: course(interleaved(20, 512)),
      tiny: course(interleaved(patchCount(tinyVit), tinyVit.embedDim)),
      base16: course(interleaved(patchCount(base16), D)),
    },
    turns: turns(interleaved(2, D)),
    layoutDifference: largestDifference(
      interleaved(patchCount(tinyVit), tinyVit.embedDim),
      timingSignal(patchCount(tinyVit), tinyVit.embedDim),
    ).toFixed(2),
    lookup: lookupDifference(),
    patchLength: Math.sqrt(D).toFixed(1),
    beginnings: beginnings(D),
  };
}

/** Positions to one full turn of the fastest and of the slowest pair of an interleaved table. */
function turns([, second]: Rows) {
  const steps = (sine: number, cosine: number) => (2 * Math.PI) / Math.atan2(sine, cosine);
  const [sine, cosine] = Array.from(second).slice(-2);
  return {
    fastest: steps(second[0], second[1]).toFixed(1),
    slowest: Math.round(steps(sine, cosine)).toLocaleString('en-GB'),
  };
}

function shapes(config: typeof base16) {
  const [patches, tokens] = [patchCount(config), tokenCount(config)];
  const width = config.embedDim;
  const words = (value: number) => value.toLocaleString('en-GB');
  return { patches, tokens, width, side: Math.sqrt(patches), table: words(tokens * width) };
}

function course(rows: Rows) {
  const curve = meanByOffset(compareRows(rows));
  const turn = firstTurn(curve);
  return { steps: curve.length - 1, turn, falling: fallingSteps(curve) };
}

function largestDifference(a: Rows, b: Rows): number {
  return Math.max(
    ...a.map((row, p) => Math.max(...Array.from(row, (value, d) => Math.abs(value - b[p]![d]!)))),
  );
}

/** A table looked up by index against the table itself: the largest difference of sums and of gradients. */
function lookupDifference() {
  const config = { tokens: tokenCount(tinyVit), embedDim: tinyVit.embedDim };
  const random = createRandom(seed);
  const table = initPositionEmbedding({ ...config, positionEmbedding: 'learned' }, random)!;
  const x = random.normalTensor([1, config.tokens, config.embedDim], 1);
  const outputs = (['learned', 'lookup'] as const).map((positionEmbedding) => {
    const output = (given: Tensor) =>
      addPositions(given, x, { ...config, positionEmbedding }).output;
    const [gradient] = grads((given) => sum(mul(output(given), x)))([table]);
    return { output: output(table), gradient };
  });
  const difference = (name: 'output' | 'gradient') =>
    max(abs(sub(outputs[0][name], outputs[1][name]))).dataSync()[0];
  return { output: difference('output'), gradient: difference('gradient') };
}

const begun: { name: InitialisationName; label: string }[] = [
  { name: 'ones', label: 'ones' },
  { name: 'zeros', label: 'zeros' },
  { name: 'timm', label: 'normal, spread 0.000001, as timm’s' },
  { name: 'xavier', label: 'normal, spread 0.02' },
  { name: 'normal', label: 'normal, spread 1' },
];

/** Fresh class tokens of width D, and what the first block sees of them. */
function beginnings(D: number) {
  const positions = initialisations.xavier.position(createRandom(seed), [1, 1, D], D, D);
  return begun.map(({ name, label }) => {
    const token = initClassToken({ embedDim: D }, createRandom(seed + 1), initialisations[name]);
    const seen = normalised(token);
    const placed = add(token, positions);
    return {
      label,
      length: lengthOf(token),
      seen: lengthOf(seen),
      placed: lengthOf(normalised(placed)),
      ownPart: cosine(normalised(placed), normalised(positions)).toFixed(2),
    };
  });
}

const normalised = (x: Tensor) => layerNorm(initLayerNorm({ embedDim: x.shape.at(-1)! }), x).output;

const value = (x: Tensor) => x.dataSync()[0];

function lengthOf(x: Tensor): string {
  const length = value(norm(x));
  return length > 0 && length < 0.005 ? length.toExponential(0) : length.toFixed(2);
}

function cosine(a: Tensor, b: Tensor): number {
  return value(sum(mul(a, b))) / (value(norm(a)) * value(norm(b)));
}
