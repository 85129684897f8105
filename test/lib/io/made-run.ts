/** A run as training would leave it, of made-up numbers: no two tensors alike, and no norm as it was at the start. */
import { createHash } from 'node:crypto';
import type { RunState, SavedRun } from '../../../src/lib/io/run-document.ts';
import type { NamedArray } from '../../../src/lib/io/safetensors.ts';
import type { VitConfig } from '../../../src/lib/model/config.ts';
import { countParameters, sizeOf, stateShapes } from '../../../src/lib/model/parameter-shapes.ts';
import {
  createRandomNumbers,
  type RandomNumbers,
} from '../../../src/lib/tensors/random-numbers.ts';
import type { TrainingSettings } from '../../../src/lib/training/settings.ts';

export function madeRun(settings: TrainingSettings, seed = 1, step = 30): SavedRun {
  const random = createRandomNumbers(seed);
  const names = Array.from({ length: settings.model.numClasses }, (_, i) => `class ${i}`);
  const evaluation = (at: number) => ({
    step: at,
    loss: random.uniform(),
    accuracy: random.uniform(),
  });
  return {
    summary: {
      id: `run-${seed}`,
      name: `Run ${seed}`,
      pinned: seed % 2 === 0,
      created: Date.UTC(2026, 0, seed),
      saved: Date.UTC(2026, 0, seed, 12, 30),
      settings,
      backend: 'webgl',
      parameterCount: countParameters(settings.model),
      classNames: names,
      step,
      evaluations: [25, step].map(evaluation),
      test: evaluation(step),
    },
    state: madeState(settings.model, random, step),
  };
}

function madeState(config: VitConfig, random: RandomNumbers, step: number): RunState {
  const size = countParameters(config);
  return {
    step,
    parameters: madeParameters(config, random),
    first: drawn(size, random),
    second: drawn(size, random).map((value) => value * value),
    random: random.state(),
    losses: drawn(step, random),
    accuracies: drawn(step, random),
    best: { step: 25, parameters: madeParameters(config, random) },
  };
}

/** Matrices as Xavier would have them, everything else within ±0.3 of 0, or of 1 where it is a factor or a variance. */
export function madeParameters(config: VitConfig, random: RandomNumbers): NamedArray[] {
  return stateShapes(config).map(({ name, shape }) => {
    const matrix = name.endsWith('weight') && shape.length === 2;
    const deviation = matrix ? Math.sqrt(2 / (shape[0] + shape[1])) : 0.1;
    const centre = !matrix && /(norm\d?\.weight|scale\d|variance)$/.test(name) ? 1 : 0;
    const values = drawn(sizeOf(shape), random).map((value) => centre + deviation * value);
    return { name, shape, values };
  });
}

function drawn(length: number, random: RandomNumbers): Float32Array {
  return Float32Array.from({ length }, random.normal);
}

/** The run with a sum in place of each array: runs with equal ones are the same, bit for bit. */
export function bitsOf(run: SavedRun): unknown {
  const sum = (array: Float32Array) => {
    const { buffer, byteOffset, byteLength } = array;
    return createHash('sha256')
      .update(new Uint8Array(buffer, byteOffset, byteLength))
      .digest('hex');
  };
  const summed = (node: unknown): unknown => {
    if (node instanceof Float32Array) return [node.length, sum(node)];
    if (Array.isArray(node)) return node.map(summed);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, summed(child)]));
  };
  return summed(run);
}
