/**
 * Eq. 1 in two draws: images to patches, then patches to tokens with the class token before them and positions added.
 *
 * The matrix of patches has the rows of the tokens, with zeros where the class token will be, so that one product makes
 * the whole sequence.
 */
import { reshape, type Tensor } from '@tensorflow/tfjs-core';
import type { VitConfig } from '../../model/config.ts';
import type { VitParameters } from '../../model/vit.ts';
import { divided, expectShape } from '../../tensors/letters.ts';
import { transposedTimes } from './dense.ts';
import { differentiable, draw } from './draw.ts';
import { splitRow, type Layout } from './layout.ts';

/** Images to the rows that stand before the first block: [B, S, S, C] → [B · rows, D]. */
export function embedding(
  params: Pick<VitParameters, 'patchEmbedding' | 'classToken'>,
  /** E_pos, learned or fixed: [1, T, D] or null. */
  positions: Tensor | null,
  images: Tensor,
  config: VitConfig,
  layout: Layout,
): Tensor {
  const { weight, bias } = params.patchEmbedding;
  const D = config.embedDim;
  const patches = patchRows(images, config, layout);
  const token = reshape(params.classToken, [D]);
  const places = positions && reshape(positions, [layout.tokens, D]);
  return differentiable(
    [weight, bias!, token, ...(places ? [places] : [])],
    () => ({
      output: tokenRows(patches, weight, bias!, token, places, layout),
      kept: { patches },
    }),
    (dz, { patches }) => {
      const byToken = tokenSums(dz, layout);
      return [
        transposedTimes(patches, dz),
        patchSum(byToken),
        firstRow(byToken),
        ...(places ? [byToken] : []),
      ];
    },
  );
}

/** Each patch as a row of P²C numbers (row, column, channel), one row below its place among the patches. */
export function patchRows(images: Tensor, config: VitConfig, { images: B, rows, tokens }: Layout) {
  const { imageSize: S, patchSize: P, inChannels: C } = config;
  expectShape('patch embedding', images.shape, [B, S, S, C]);
  const G = divided('patch embedding', ['imageSize', S], ['patchSize', P]);
  const width = P * P * C;
  return draw({
    name: 'patches',
    inputs: { images: reshape(images, [B, S * S * C]) },
    packedInputs: false,
    shape: [B * rows, width],
    code: `
      ${splitRow(rows)}
      vec4 pixels = vec4(0.);
      for (int lane = 0; lane < 4; lane++) {
        int patchAt = token + (lane >> 1) - 1, place = col + (lane & 1);
        if (patchAt < 0 || patchAt >= ${tokens - 1} || place >= ${width}) continue;
        int patchRow = patchAt / ${G}, line = place / ${P * C};
        int x = (patchAt - patchRow * ${G}) * ${P * C} + place - line * ${P * C};
        pixels[lane] = getImages(image, (patchRow * ${P} + line) * ${S * C} + x);
      }
      return pixels;`,
  });
}

function tokenRows(
  patches: Tensor,
  weight: Tensor,
  bias: Tensor,
  token: Tensor,
  positions: Tensor | null,
  { images, rows, tokens }: Layout,
): Tensor {
  const [inputs, D] = weight.shape;
  return draw({
    name: 'embedding',
    inputs: { patches, weight, bias, token, ...(positions && { positions }) },
    shape: [images * rows, D!],
    code: `
      ${splitRow(rows)}
      vec4 total = biasAt(col).xyxy;
      for (int k = 0; k < ${inputs}; k += 2) {
        vec4 x = patchesAt(row, k), w = weightAt(k, col);
        total += x.xxzz * w.xyxy + x.yyww * w.zwzw;
      }
      if (token == 0) total.xy = tokenAt(col).xy;
      ${positions ? 'total += positionsAt(token, col);' : ''}
      ${tokens < rows ? `if (token + 1 >= ${tokens}) total.zw = vec2(0.);` : ''}
      return total;`,
  });
}

/** The sum over the images, token by token: [B · rows, D] → [T, D]. */
function tokenSums(dz: Tensor, { images, rows, tokens }: Layout): Tensor {
  return draw({
    name: 'token sums',
    inputs: { dz },
    shape: [tokens, dz.shape[1]!],
    code: `
      vec4 total = vec4(0.);
      for (int image = 0; image < ${images}; image++) total += dzAt(image * ${rows} + row, col);
      return total;`,
  });
}

/** Row 0, the class token's: [T, D] → [D]. */
function firstRow(byToken: Tensor): Tensor {
  const code = 'return vec4(byTokenAt(0, index).xy, 0., 0.);';
  return draw({ name: 'first row', inputs: { byToken }, shape: [byToken.shape[1]!], code });
}

/** The sum of the other rows: [T, D] → [D]. */
function patchSum(byToken: Tensor): Tensor {
  const [tokens, D] = byToken.shape;
  return draw({
    name: 'patch sum',
    inputs: { byToken },
    shape: [D!],
    code: `
      vec2 total = -byTokenAt(0, index).xy;
      for (int row = 0; row < ${tokens}; row += 2) {
        vec4 x = byTokenAt(row, index);
        total += x.xy;
        if (row + 1 < ${tokens}) total += x.zw;
      }
      return vec4(total, 0., 0.);`,
  });
}
