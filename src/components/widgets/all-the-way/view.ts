/** The stages of "One picture, all the way through", out of one forward pass. */
import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import {
  classAttention,
  cutPicture,
  transposed,
  type CutPicture,
} from '../../../lib/figures/all-the-way.ts';
import type { ModelPicture } from '../../../lib/figures/model-pictures.ts';
import type { ModelInput } from '../../model/model-input.ts';
import { pictureOfInput } from '../../model/PatchPicture.tsx';

/** Typed arrays in the page, plain ones in the poster's file. */
type Numbers = Float32Array | number[];

export interface Matrix {
  /** Row-major. */
  values: Numbers;
  rows: number;
  columns: number;
}

export interface View {
  /** The picture's name. */
  name: string;
  picture: ModelPicture;
  cut: CutPicture;
  /** z₀, one column a token: [D, T]. */
  tokens: Matrix;
  /** What the class token takes from each patch, for each block: [N]. */
  attention: Numbers[];
  heads: number;
  classNames: string[];
  logits: Numbers;
  probabilities: Numbers;
}

export function viewOf({ trace, ...result }: ForwardResult, input: ModelInput): View {
  const { config, classNames, probabilities } = result;
  const { imageSize, patchSize, numHeads, depth } = config;
  const picture = pictureOfInput(input);
  const { shape, values } = trace.embedded!;
  const [tokens, width] = shape as [number, number];
  const ofBlock = (block: number) => trace[`blocks.${block}.attention.weights`]!.values;
  return {
    name: input.picture.name,
    picture,
    cut: cutPicture(trace['patchEmbedding.patches']!.values, {
      ...picture,
      grid: imageSize / patchSize,
      patch: patchSize,
    }),
    tokens: { values: transposed(values, tokens, width), rows: width, columns: tokens },
    attention: Array.from({ length: depth }, (_, block) =>
      classAttention(ofBlock(block), numHeads, tokens),
    ),
    heads: numHeads,
    classNames,
    logits: trace.logits!.values,
    probabilities,
  };
}
