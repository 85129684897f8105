/** The numbers of chapter 2's prose, from the library itself. */
import { conv2d, zeros, type Tensor4D } from '@tensorflow/tfjs-core';
import { preset, vitSizes } from '../../src/lib/model/presets.ts';
import { patchCount } from '../../src/lib/model/config.ts';

/** Everything that the chapter's prose quotes. */
export async function patchesNumbers() {
  return { base16: shapesOf(preset({ size: 'B', patchSize: 16 })), dropped: dropped(100, 16) };
}

function shapesOf(config: ReturnType<typeof preset>) {
  const { imageSize, patchSize, inChannels } = config;
  return {
    imageSize,
    patchSize,
    inChannels,
    patches: patchCount(config),
    inputs: patchSize * patchSize * inChannels,
    width: vitSizes.B.embedDim,
  };
}

/** What a strided convolution reads of a side that its stride does not divide. */
function dropped(side: number, patchSize: number) {
  const image = zeros([1, side, side, 3]) as Tensor4D;
  const filters = zeros([patchSize, patchSize, 3, 1]) as Tensor4D;
  const grid = conv2d(image, filters, patchSize, 'valid').shape[1];
  return { side, patchSize, grid, unread: side - grid * patchSize };
}
