/** Bytes to tensors: pixels 0…255 become −1…1, as ViT checkpoints of timm expect. */
import { tensor1d, tensor4d, type Tensor1D, type Tensor4D } from '@tensorflow/tfjs-core';
import type { Images } from './dataset.ts';
import type { Mixing } from './mixup.ts';
import type { Batch } from './step.ts';

export interface ImageShape {
  /** S, pixels. */
  imageSize: number;
  /** C. */
  inChannels: number;
}

/** Pixels of `count` images, 0 to 255 → [count, S, S, C], −1 to 1. */
export function imageTensor(
  pixels: ArrayLike<number>,
  count: number,
  { imageSize, inChannels }: ImageShape,
): Tensor4D {
  const values = Float32Array.from(pixels, (pixel) => pixel / 127.5 - 1);
  return tensor4d(values, [count, imageSize, imageSize, inChannels]);
}

/** Images and labels of a batch as tensors: [count, S, S, C] and [count] int32; blended where mixup says so. */
export function batchTensors(
  images: Images,
  shape: ImageShape,
  mixing: Mixing | null = null,
): Batch & { images: Tensor4D; labels: Tensor1D } {
  const { pixels, labels, count } = images;
  const own = int32(labels);
  if (!mixing) return { images: imageTensor(pixels, count, shape), labels: own };
  const partners = { labels: int32(mixing.order.map((from) => labels[from])), share: mixing.share };
  return {
    images: imageTensor(blended(images, mixing), count, shape),
    labels: own,
    partners,
  };
}

const int32 = (labels: ArrayLike<number>) => tensor1d(Int32Array.from(labels), 'int32');

/** λ x + (1 − λ) x′, still 0 to 255. */
export function blended({ pixels, count }: Images, { share, order }: Mixing): Float32Array {
  const area = pixels.length / count;
  return Float32Array.from(pixels, (pixel, at) => {
    const image = Math.floor(at / area);
    return share * pixel + (1 - share) * pixels[order[image] * area + (at - image * area)];
  });
}
