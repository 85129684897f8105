/** What the whole model does in training alone: dropout after the positions, a rate of drop path for each block. */
import { describe, expect, test } from 'vitest';
import { tinyVit, type VitConfig } from '../../../src/lib/model/config.ts';
import { initVit, vit } from '../../../src/lib/model/vit.ts';
import { evaluation } from '../../../src/lib/stages/mode.ts';
import { createRandom } from '../../../src/lib/tensors/random.ts';
import '../../backend-cpu.ts';

const config: VitConfig = { ...tinyVit, imageSize: 8, embedDim: 16, numHeads: 2, depth: 2 };
const params = initVit(config, createRandom(1));
const images = createRandom(2).uniformTensor([8, 8, 8, 1]);
const training = (seed: number) => ({ training: true, random: createRandom(seed) }) as const;

describe('the model in training', () => {
  test('drops numbers right after the positions, and lets the others grow', () => {
    const still = vit(params, images, config, evaluation).embedded.dataSync();
    const moved = vit(
      params,
      images,
      { ...config, dropRate: 0.5 },
      training(3),
    ).embedded.dataSync();
    let dropped = 0;
    moved.forEach((value, i) => {
      if (value === 0) dropped += 1;
      else expect(value).toBeCloseTo(2 * still[i]!, 5);
    });
    // Half of 640, give or take four standard deviations.
    expect(Math.abs(dropped - moved.length / 2)).toBeLessThan(4 * Math.sqrt(moved.length / 4));
  });

  test('never drops a branch of the first block: its rate is 0', () => {
    const rate = { ...config, dropPathRate: 0.9 };
    const still = vit(params, images, config, evaluation).blocks[0]!.output.dataSync();
    const { blocks } = vit(params, images, rate, training(4));
    expect(blocks[0]!.output.dataSync()).toEqual(still);
    const last = vit(params, images, config, evaluation).blocks[1]!.output.dataSync();
    expect(blocks[1]!.output.dataSync()).not.toEqual(last);
  });
});
