/** What one encoder block costs for one image, split into what grows with T and what grows with T². Counted by `layers`. */
import { tinyVit, tokenCount } from './config.ts';
import { layers, type Layer } from './layers.ts';

export interface BlockSize {
  /** G, patches along a side. */
  grid: number;
  /** D and H. */
  embedDim: number;
  numHeads: number;
  /** M / D. */
  mlpRatio: number;
}

export interface BlockCost {
  /** T: the patches and the class token. */
  tokens: number;
  /** Multiply-adds: q kᵀ and weights · v; q, k, v and the output; the MLP's two layers. */
  products: number;
  projections: number;
  mlp: number;
  /** Bytes in float32: scores and weights of all heads; everything else that the block's layers put out. */
  matrices: number;
  others: number;
}

const bytes = 4;

/** @throws RangeError when H does not divide D, with both. */
export function blockCost({ grid, embedDim, numHeads, mlpRatio }: BlockSize): BlockCost {
  const config = {
    ...tinyVit,
    imageSize: grid,
    patchSize: 1,
    depth: 1,
    embedDim,
    numHeads,
    mlpRatio,
  };
  const block = layers(config).filter(({ name }) => name.startsWith('blocks.0.'));
  const work = (of: (layer: Layer) => boolean) =>
    block.filter(of).reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0);
  const memory = (of: (layer: Layer) => boolean) =>
    block.filter(of).reduce((sum, { outputShape }) => sum + bytes * size(outputShape), 0);
  const isMatrix = ({ name }: Layer) => /attention\.(scores|weights)$/.test(name);
  return {
    tokens: tokenCount(config),
    products: work(({ kind }) => kind === 'product'),
    projections: work(({ kind, name }) => kind === 'dense' && name.includes('.attention.')),
    mlp: work(({ name }) => name.includes('.mlp.')),
    matrices: memory(isMatrix),
    others: memory((layer) => !isMatrix(layer)),
  };
}

const size = (shape: number[]) => shape.reduce((product, side) => product * side, 1);
