/**
 * What a sequence costs: the entries of its attention matrices, their memory, and the work of one encoder block.
 *
 * Counted, not measured. The letters are those of `VitConfig`; the work is that of `layers`, for one image.
 */

/** What becomes one token: every number of the image, every pixel, or every patch. */
export const tokenKinds = ['value', 'pixel', 'patch'] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** S, P and C. */
export interface ImageCut {
  imageSize: number;
  patchSize: number;
  inChannels: number;
}

/** How many tokens an image makes; of a side that P does not divide, the part that whole patches cover counts. */
export function tokensPer(
  kind: TokenKind,
  { imageSize: S, patchSize: P, inChannels: C }: ImageCut,
) {
  const counts: Record<TokenKind, number> = {
    value: S * S * C,
    pixel: S * S,
    patch: Math.floor(S / P) ** 2,
  };
  return counts[kind];
}

/** D, H and M / D of the block. */
export interface BlockWidth {
  embedDim: number;
  numHeads: number;
  mlpRatio: number;
}

export interface SequenceCost {
  /** T, the class token included where there is one. */
  tokens: number;
  /** T²: the scores of one head. */
  entries: number;
  /** One such matrix in float32, bytes; and those of all heads of one block. */
  matrixBytes: number;
  headsBytes: number;
  /** Of one block, two for each multiply-add: its dense layers, and attention's two products. */
  denseFlops: number;
  attentionFlops: number;
}

const bytesPerNumber = 4;

/**
 * The dense layers are q, k, v and the output projection, 4 T D², and the MLP's two, 2 T D M; attention's products are
 * q kᵀ and the weighted sum of v, T² D each. Norms, softmax, biases and activations are left out.
 */
export function sequenceCost(tokens: number, { embedDim: D, numHeads: H, mlpRatio }: BlockWidth) {
  const entries = tokens ** 2;
  const M = D * mlpRatio;
  return {
    tokens,
    entries,
    matrixBytes: entries * bytesPerNumber,
    headsBytes: entries * bytesPerNumber * H,
    denseFlops: 2 * tokens * (4 * D * D + 2 * D * M),
    attentionFlops: 2 * 2 * entries * D,
  } satisfies SequenceCost;
}

/** The number of tokens at which attention's products cost as much as the dense layers: 2 D + M. */
export function breakEven({ embedDim: D, mlpRatio }: BlockWidth): number {
  return 2 * D + D * mlpRatio;
}
