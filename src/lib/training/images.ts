/** Bytes to tensors: pixels 0…255 become −1…1, as ViT checkpoints of timm expect. */
import { tensor1d, tensor4d, type Tensor1D, type Tensor4D } from '@tensorflow/tfjs-core';
import type { Images } from './dataset.ts';

export interface ImageShape {
  /** S, pixels. */
  imageSize: number;
  /** C. */
  inChannels: number;
}

/** Pixels of `count` images, 0 to 255 → [count, S, S, C], −1 to 1. */
export function imageTensor(
  pixels: Uint8Array,
  count: number,
  { imageSize, inChannels }: ImageShape,
): Tensor4D {
  const values = Float32Array.from(pixels, (pixel) => pixel / 127.5 - 1);
  return tensor4d(values, [count, imageSize, imageSize, inChannels]);
}

/** Images and labels of a batch as tensors: [count, S, S, C] and [count] int32. */
export function batchTensors(
  images: Images,
  shape: ImageShape,
): { images: Tensor4D; labels: Tensor1D } {
  return {
    images: imageTensor(images.pixels, images.count, shape),
    labels: tensor1d(Int32Array.from(images.labels), 'int32'),
  };
}
