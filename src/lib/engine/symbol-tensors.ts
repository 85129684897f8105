/** The tensors behind the book's symbols: one picture through a model, those asked for by path. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { VitConfig } from '../model/config.ts';
import { vit, type VitParameters } from '../model/vit.ts';
import { byPath } from '../parity/names.ts';
import { evaluation } from '../stages/mode.ts';
import { release, scoped } from '../tensors/scope.ts';
import { readPlain, type PlainTensor } from './read.ts';

/**
 * Those of the paths that the model has, with their tensors; the parameters stay the caller's.
 *
 * @param image [1, S, S, C] as the model takes it
 * @param paths in the trace of `vit`, such as `blocks.0.attention.queries`, or in its `parameters`
 * @throws ContextLostError
 */
export async function symbolTensors(
  parameters: VitParameters,
  image: Tensor,
  config: VitConfig,
  paths: readonly string[],
): Promise<Record<string, PlainTensor>> {
  const found = scoped(() => {
    const all = byPath({ parameters, ...vit(parameters, image, config, evaluation) });
    const known = paths.filter((path) => Object.hasOwn(all, path));
    return Object.fromEntries(known.map((path) => [path, all[path]!.clone()]));
  });
  const read = Object.entries(found).map(
    async ([path, tensor]) => [path, await readPlain(tensor)] as const,
  );
  const result = Object.fromEntries(await Promise.all(read));
  release(found);
  return result;
}
