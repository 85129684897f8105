/** Which patches of several pictures light up each hidden unit of each block's MLP most. */
import type { WeightsChoice } from '../../model/checkpoint.ts';
import { prefixTokens } from '../../model/config.ts';
import { vit } from '../../model/vit.ts';
import { evaluation } from '../../stages/mode.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { modelWith } from '../model-weights.ts';
import { readTensor } from '../read.ts';
import { modelInput } from './forward.ts';

export interface MlpNeuronsRequest {
  weights: WeightsChoice;
  /** B pictures, [S, S, C] each, 0 to 1. */
  images: Float32Array[];
}

export interface MlpNeuronsResult {
  /** [L, M, B]. */
  shape: [number, number, number];
  /** The largest activation among a picture's patches: [L, M, B]. */
  brightest: Float32Array;
  /** The patch that has it, from 0: [L, M, B]. */
  patches: Uint16Array;
}

/** @throws RangeError when a picture is not of the model's size, with both numbers. */
export async function mlpNeurons({
  weights,
  images,
}: MlpNeuronsRequest): Promise<MlpNeuronsResult> {
  const { config, parameters } = await modelWith(weights);
  const activated = scoped(() => {
    const { blocks } = vit(parameters, modelInput(images, config), config, evaluation);
    return blocks.map(({ mlp }) => mlp.activated); // L times [B, T, M]
  });
  const [B, T, M] = activated[0]!.shape as [number, number, number];
  const shape: MlpNeuronsResult['shape'] = [activated.length, M, B];
  const brightest = new Float32Array(activated.length * M * B);
  const patches = new Uint16Array(brightest.length);
  const skipped = prefixTokens(config);
  for (const [block, tensor] of activated.entries()) {
    const values = await readTensor(tensor);
    for (let unit = 0; unit < M; unit++)
      for (let image = 0; image < B; image++) {
        const at = (block * M + unit) * B + image;
        const found = brightestToken(values, { T, M, unit, image, skipped });
        [brightest[at], patches[at]] = [found.value, found.token - skipped];
      }
  }
  release(activated);
  return { shape, brightest, patches };
}

interface Look {
  T: number;
  M: number;
  unit: number;
  image: number;
  /** Tokens before the patches. */
  skipped: number;
}

/** The patch token of one picture that has the unit's largest activation; the first of equals. */
function brightestToken(values: Float32Array, { T, M, unit, image, skipped }: Look) {
  let found = { value: -Infinity, token: skipped };
  for (let token = skipped; token < T; token++) {
    const value = values[(image * T + token) * M + unit]!;
    if (value > found.value) found = { value, token };
  }
  return found;
}
