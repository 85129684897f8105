/** What the inspectors of chapters 1 to 3 must show, computed by the library in Node on the CPU. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { symbolValues } from '../../src/lib/engine/computations/symbol-values.ts';
import { tinyVit } from '../../src/lib/model/config.ts';

/** The largest magnitude of a parameter of their model, two significant figures. */
export async function largestParameter(path: string): Promise<number> {
  await setBackend('cpu');
  const config = { ...tinyVit, imageSize: 112, patchSize: 16, inChannels: 3 };
  const image = new Float32Array(112 * 112 * 3);
  const found = await symbolValues({ image, config, seed: 1, paths: [path] });
  const most = found[path]!.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Number(most.toPrecision(2));
}
