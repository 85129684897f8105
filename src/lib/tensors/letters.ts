/**
 * The letters of shapes, the same in prose, code and figures.
 *
 * A shape is written with them: `[B, N, D]` is a batch of N tokens of width D.
 */
export const letters = {
  B: 'images in the batch',
  S: 'image side, pixels',
  C: 'channels of a pixel',
  P: 'patch side, pixels',
  G: 'patches along a side of the image, S / P',
  N: 'patches of an image, G²',
  T: 'tokens: the patches and, where there is one, the class token',
  D: 'embedding width',
  H: 'attention heads',
  K: 'head width, D / H',
  M: 'width of the MLP’s hidden layer',
  L: 'encoder blocks',
} as const;

export type Letter = keyof typeof letters;

/** `whole / part`, or a RangeError that names both: `attention: embedDim 64 is not divisible by numHeads 5`. */
export function divided(
  stage: string,
  [wholeName, whole]: [string, number],
  [partName, part]: [string, number],
): number {
  if (whole % part !== 0)
    throw new RangeError(`${stage}: ${wholeName} ${whole} is not divisible by ${partName} ${part}`);
  return whole / part;
}

/** Refuses a shape that differs from the expected one; `null` in the latter matches any side. */
export function expectShape(stage: string, actual: number[], expected: (number | null)[]): void {
  const fits =
    actual.length === expected.length &&
    expected.every((side, axis) => side === null || side === actual[axis]);
  if (fits) return;
  const wanted = expected.map((side) => side ?? '·').join(', ');
  throw new RangeError(`${stage}: expected shape [${wanted}], got [${actual.join(', ')}]`);
}
