/** The best that this browser does with matrices of 512 × 512 numbers. */
import { matMul, slice, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { dense } from '../../src/lib/accelerated/fused/dense.ts';
import { startBackend } from '../../src/lib/engine/backend.ts';
import type { Floor } from '../../src/lib/io/bench-record.ts';
import { createRandom } from '../../src/lib/tensors/random.ts';

const side = 512;
const productsATry = 4;
const tries = 8;

const products: Record<string, (a: Tensor, b: Tensor) => Tensor> = {
  'matMul of TensorFlow.js': (a, b) => matMul(a, b),
  'the dense layer of the fused step': (a, b) => dense({ weight: b, bias: null }, a),
};

export async function measureFloor(): Promise<Floor> {
  await startBackend(['webgl']);
  const random = createRandom(1);
  const [a, b] = [0, 1].map(() => random.normalTensor([side, side], 1 / Math.sqrt(side)));
  let best: Floor = { gflops: 0, product: '' };
  for (const [name, product] of Object.entries(products))
    for (let count = 0; count <= tries; count++) {
      const started = performance.now();
      const corner = tidy(() => {
        let x = a;
        for (let index = 0; index < productsATry; index++) x = product(x, b);
        return slice(x, [0, 0], [1, 1]);
      });
      await corner.data();
      corner.dispose();
      const gflops = (productsATry * 2 * side ** 3) / (performance.now() - started) / 1e6;
      if (gflops > best.gflops) best = { gflops, product: name };
    }
  return best;
}
