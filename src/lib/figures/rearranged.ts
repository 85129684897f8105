/** A picture cut into patches and put together again in another order. */

/** What a picture's numbers are laid out as: [S, S, C], row-major. */
export interface PatchedSize {
  /** S and P, pixels; P divides S. */
  imageSize: number;
  patchSize: number;
  /** C: numbers of a pixel. */
  channels: number;
}

type Numbers = Float32Array<ArrayBuffer> | Uint8ClampedArray<ArrayBuffer>;

/** The picture with patch `order[i]` at place i, patches counted row by row. */
export function rearranged<Kind extends Numbers>(
  image: Kind,
  order: ArrayLike<number>,
  { imageSize: S, patchSize: P, channels: C }: PatchedSize,
): Kind {
  const result = image.slice() as Kind;
  const grid = S / P;
  const corner = (patch: number) => (Math.floor(patch / grid) * S * P + (patch % grid) * P) * C;
  for (let place = 0; place < order.length; place++)
    for (let line = 0; line < P; line++) {
      const from = corner(order[place]!) + line * S * C;
      result.set(image.subarray(from, from + P * C), corner(place) + line * S * C);
    }
  return result;
}
