/** The learned gains and offsets of a model's norms, in the order in which a token meets them. */
import type { ModelParametersResult } from '../../../lib/engine/computations/model-parameters.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';

export interface NormRow {
  /** "block 1, before MSA". */
  name: string;
  /** γ and β: [D] each; no β in RMSNorm. */
  weight: Float32Array;
  bias: Float32Array | null;
}

export function normRows({ config, parameters }: ModelParametersResult): NormRow[] {
  const blocks = Array.from({ length: config.depth }, (_, l) => [
    { name: `block ${l + 1}, before MSA`, path: `blocks.${l}.norm1` },
    { name: `block ${l + 1}, before MLP`, path: `blocks.${l}.norm2` },
  ]);
  const all = [...blocks.flat(), { name: 'after the last block', path: 'norm' }];
  return all
    .filter(({ path }) => parameters[`${path}.weight`])
    .map(({ name, path }) => ({
      name,
      weight: parameters[`${path}.weight`]!.values,
      bias: parameters[`${path}.bias`]?.values ?? null,
    }));
}

/** All gains as differences from 1, or all offsets: [rows, D]. */
export function joined(rows: readonly NormRow[], which: 'weight' | 'bias'): Float32Array {
  const D = rows[0]!.weight.length;
  const values = new Float32Array(rows.length * D);
  rows.forEach(({ weight, bias }, i) => {
    if (which === 'weight')
      values.set(
        weight.map((value) => value - 1),
        i * D,
      );
    else if (bias) values.set(bias, i * D);
  });
  return values;
}

/** Where the number of the largest magnitude stands. */
export function farthest(values: Float32Array): number {
  return values.reduce(
    (most, value, i) => (Math.abs(value) > Math.abs(values[most]!) ? i : most),
    0,
  );
}

/** What stands out. */
export function seen(rows: readonly NormRow[]): string {
  const D = rows[0]!.weight.length;
  const [weights, biases] = [joined(rows, 'weight'), joined(rows, 'bias')];
  const [w, b] = [farthest(weights), farthest(biases)];
  if (weights[w] === 0 && biases[b] === 0)
    return 'Fresh norms: every gain is 1, every offset is 0, and all of them only normalise.';
  const place = (at: number) => `channel ${at % D}, ${rows[Math.floor(at / D)]!.name}`;
  return `The gain farthest from 1 is ${signed(1 + weights[w]!, 2)} (${place(w)}); the largest offset is ${signed(biases[b]!, 2)} (${place(b)}).`;
}
