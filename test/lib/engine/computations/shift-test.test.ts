/** The shift test on the CPU, against plain arithmetic in doubles. */
import '../../../backend-cpu.ts';
import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { shiftTest } from '../../../../src/lib/engine/computations/shift-test.ts';
import { createRandom } from '../../../../src/lib/tensors/random.ts';

const [S, most, C, F, kernelSize] = [16, 8, 2, 3, 5];
const side = S + most;
const image = Float32Array.from({ length: side * side * C }, (_, i) => ((i * 37) % 101) / 50 - 1);
const request = {
  image,
  imageSize: S,
  most,
  inChannels: C,
  patchSize: 4,
  kernelSize,
  features: F,
  seed: 5,
};

/** The window's pixel at a shift: 0 beyond its edge. */
function pixel(k: number, y: number, x: number, c: number): number {
  if (y < 0 || x < 0 || y >= S || x >= S) return 0;
  return image[((most / 2 + y) * side + (most - k) + x) * C + c]!;
}

describe('a window that moves', () => {
  test('gives the responses of the filters, as sums of products', async () => {
    const { responses } = await shiftTest(request);
    const random = createRandom(request.seed).fork('convolution');
    const filters = Array.from({ length: kernelSize ** 2 * C * F }, () =>
      Math.fround((kernelSize * kernelSize * C) ** -0.5 * random.normal()),
    );
    for (const [k, y, x, d] of [
      [0, 0, 0, 0],
      [0, 7, 9, 2],
      [3, 8, 15, 1],
      [8, 15, 4, 0],
    ] as const) {
      let sum = 0;
      for (let i = 0; i < kernelSize; i++)
        for (let j = 0; j < kernelSize; j++)
          for (let c = 0; c < C; c++)
            sum +=
              pixel(k, y + i - 2, x + j - 2, c) * filters[((i * kernelSize + j) * C + c) * F + d]!;
      expect(responses[((k * S + y) * S + x) * F + d]).toBeCloseTo(sum, 5);
    }
  });

  test('moves a convolution’s responses along at every shift, away from the edge', async () => {
    const { differences } = await shiftTest(request);
    expect(differences).toHaveLength(most + 1);
    for (const { convolution } of differences) expect(convolution).toBeLessThan(1e-6);
  });

  test('moves the tokens along by whole patches, and by nothing else', async () => {
    const { differences } = await shiftTest(request);
    differences.forEach(({ tokens }, k) => {
      if (k % 4 === 0) expect(tokens).toBeLessThan(1e-6);
      else expect(tokens).toBeGreaterThan(0.1);
    });
  });

  test('leaves no tensor behind', async () => {
    const before = memory().numTensors;
    await shiftTest(request);
    expect(memory().numTensors).toBe(before);
  });
});
