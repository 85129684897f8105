/** What is to be seen of dropout in one block. */
import type { BlockDropoutResult } from '../../../lib/engine/computations/block-dropout.ts';
import type { LayerSettings } from './settings.ts';

export const meanOf = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

export function seen({ spread }: BlockDropoutResult, { block, rate }: LayerSettings): string {
  if (rate === 0)
    return 'Without dropout training and evaluation are the same, whoever made the layer.';
  const [paper, framework] = [meanOf(spread.paper), meanOf(spread.framework)];
  return (
    `At a rate of ${rate}, training moves what block ${block + 1} adds by ${percent(paper)} of its length where the paper drops, ` +
    `and by ${percent(framework)} with the attention weights dropped too: ${(framework / paper).toFixed(2)} times as far. At evaluation both are the same block.`
  );
}
