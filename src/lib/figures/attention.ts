/** Reading attention weights [L, H, T, T]: T tokens, query rows, token 0 is the class token. */
import { counted } from './words.ts';

export type AttentionShape = readonly [layers: number, heads: number, tokens: number];

/** What the class token gives to each patch in one layer and head: [T − 1], without its weight on itself. */
export function classTokenWeights(
  attention: Float32Array,
  [, heads, tokens]: AttentionShape,
  layer: number,
  head: number,
): Float32Array {
  const row = (layer * heads + head) * tokens * tokens;
  return attention.subarray(row + 1, row + tokens);
}

/** Patches that a row of weights spreads over, exp(entropy) of the weights scaled to sum to 1. */
export function effectiveCount(weights: ArrayLike<number>): number {
  let sum = 0;
  let weighted = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    sum += weight;
    if (weight > 0) weighted += weight * Math.log(weight);
  }
  return sum > 0 ? Math.exp(Math.log(sum) - weighted / sum) : 0;
}

/** "3 blocks by 4 heads" */
export const gridInWords = ([layers, heads]: readonly [number, number, ...number[]]): string =>
  `${counted(layers, 'block')} by ${counted(heads, 'head')}`;

/** The sentence for those who cannot see the maps. */
export function attentionSummary(attention: Float32Array, shape: AttentionShape): string {
  const [layers, heads, tokens] = shape;
  const blocks = Array.from({ length: layers }, (_, layer) => {
    const counts = Array.from({ length: heads }, (_, head) =>
      effectiveCount(classTokenWeights(attention, shape, layer, head)),
    );
    return `block ${layer + 1}: ${Math.min(...counts).toFixed(0)} to ${Math.max(...counts).toFixed(0)}`;
  });
  return (
    `Attention of the class token to ${tokens - 1} patches, ${gridInWords(shape)}. ` +
    `Patches that a head spreads over, ${blocks.join('; ')}.`
  );
}

/** Mean cosine of neighbouring positions and of all other pairs, [N, N] row-major, as a sentence. */
export function similaritySummary(similarity: Float32Array): string {
  const count = Math.sqrt(similarity.length);
  const grid = Math.sqrt(count);
  const near = { sum: 0, count: 0 };
  const far = { sum: 0, count: 0 };
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      if (i === j) continue;
      const group = gridDistance(i, j, grid) === 1 ? near : far;
      group.sum += similarity[i * count + j]!;
      group.count += 1;
    }
  const mean = (group: typeof near) => (group.sum / Math.max(1, group.count)).toFixed(2);
  return (
    `Cosine similarity of ${count} positions on a grid of ${grid} by ${grid}. ` +
    `Mean of neighbours ${mean(near)}, of all other pairs ${mean(far)}.`
  );
}

/** Steps along rows and columns between two patches. */
function gridDistance(i: number, j: number, grid: number): number {
  const rows = Math.abs(Math.floor(i / grid) - Math.floor(j / grid));
  return rows + Math.abs((i % grid) - (j % grid));
}
