/** From a symbol to its tensor in a forward pass. */
import type { TracedTensor } from './symbol-values.ts';

/** `blocks.*.attention.queries` in block 0 is `blocks.0.attention.queries`; what enters a block is what left the one before. */
export function symbolPath(path: string, block: number): string {
  if (path !== 'blocks.*.input') return path.replace('*', String(block));
  return block === 0 ? 'embedded' : `blocks.${block - 1}.output`;
}

/** The tensors of some symbols in a model of so many blocks, each once. */
export function symbolPaths(values: readonly string[], depth: number): string[] {
  const blocks = Array.from({ length: depth }, (_, block) => block);
  return [...new Set(values.flatMap((value) => blocks.map((block) => symbolPath(value, block))))];
}

/**
 * The tensor without its batch of one and, where it still has an axis more than the symbol, one row of it: row `1`, `2`
 * or, for any other index, the last (`N`) or the first (`i`).
 */
export function withRank(
  { shape, values }: TracedTensor,
  rank: number,
  index: string | null,
): { tensor: TracedTensor; which: string | null } {
  const sides = [...shape];
  while (sides.length > rank && sides[0] === 1) sides.shift();
  if (sides.length <= rank) return { tensor: { shape: sides, values }, which: null };
  const [rows, ...rest] = sides as [number, ...number[]];
  const row = index === 'N' ? rows - 1 : Math.min(Math.max(Number(index) || 1, 1), rows) - 1;
  const size = rest.reduce((product, side) => product * side, 1);
  const part = Array.prototype.slice.call(values, row * size, (row + 1) * size) as number[];
  return { tensor: { shape: rest, values: part }, which: `patch ${row + 1} of ${rows}` };
}
