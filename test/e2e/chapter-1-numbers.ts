/** Chapter 1's numbers from the library itself, in Node: what the page's own are compared with. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { bookPhotograph } from '../../scripts/posters/photograph.ts';
import {
  centred,
  fixedRequest,
  inChannels,
  sceneSize,
} from '../../src/components/widgets/shift-test/settings.ts';
import { shiftTest } from '../../src/lib/engine/computations/shift-test.ts';
import { vitSizes, type VitSize } from '../../src/lib/model/presets.ts';
import { layers } from '../../src/lib/model/layers.ts';
import { preset } from '../../src/lib/model/presets.ts';
import { sequenceCost, tokensPer, type TokenKind } from '../../src/lib/model/sequence-cost.ts';

/** T, T² and the FLOPs of a block. */
export function cost(kind: TokenKind, imageSize: number, patchSize: number, size: VitSize) {
  const tokens = tokensPer(kind, { imageSize, patchSize, inChannels: 3 }) + 1;
  return sequenceCost(tokens, vitSizes[size]);
}

/** Multiply-adds of the first block of a whole model. */
export function blockMultiplyAdds(size: VitSize, patchSize: number, imageSize: number): number {
  return layers(preset({ size, patchSize, imageSize }))
    .filter(({ name }) => name.startsWith('blocks.0.'))
    .reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0);
}

/** The largest differences of the shift test on the book's photograph, for each shift. */
export async function shifts(patchSize: number) {
  await setBackend('cpu');
  const image = centred(await bookPhotograph(sceneSize, inChannels));
  return (await shiftTest({ ...fixedRequest, image, patchSize })).differences;
}
