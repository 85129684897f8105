/** Some rows of each image: the first two, or the mean of its tokens. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { differentiable, draw, float } from './draw.ts';
import { rowsOfOneToken, splitRow, type Layout } from './layout.ts';

/** The first two rows of each image: [B · rows, D] → [B · 2, D]. */
export function firstTokens(z: Tensor, { images, rows }: Layout): Tensor {
  const D = z.shape[1]!;
  return differentiable(
    [z],
    () => ({
      output: draw({
        name: 'first tokens',
        inputs: { z },
        shape: [images * rowsOfOneToken, D],
        code: `return zAt(row / ${rowsOfOneToken} * ${rows}, col);`,
      }),
      kept: {},
    }),
    (dy) => [
      draw({
        name: 'first tokens gradient',
        inputs: { dy },
        shape: z.shape,
        code: `
          ${splitRow(rows)}
          if (token != 0) return vec4(0.);
          return dyAt(image * ${rowsOfOneToken}, col);`,
      }),
    ],
  );
}

/** The mean of each image's tokens from token `from` (0 or 1) on, in the first of its two rows: [B · rows, D] → [B · 2, D]. */
export function meanOfTokens(z: Tensor, { images, rows, tokens }: Layout, from: number): Tensor {
  const D = z.shape[1]!;
  const share = float(1 / (tokens - from));
  const counts = `vec2(token >= ${from}, token + 1 < ${tokens})`;
  return differentiable(
    [z],
    () => ({
      output: draw({
        name: 'mean of tokens',
        inputs: { z },
        shape: [images * rowsOfOneToken, D],
        code: `
          int first = row / ${rowsOfOneToken} * ${rows};
          vec2 total = vec2(0.);
          for (int token = 0; token < ${tokens}; token += 2) {
            vec4 z = zAt(first + token, col);
            vec2 counts = ${counts};
            total += counts.x * z.xy + counts.y * z.zw;
          }
          return vec4(total * ${share}, 0., 0.);`,
      }),
      kept: {},
    }),
    (dy) => [
      draw({
        name: 'mean of tokens gradient',
        inputs: { dy },
        shape: z.shape,
        code: `
          ${splitRow(rows)}
          vec2 d = dyAt(image * ${rowsOfOneToken}, col).xy * ${share};
          return d.xyxy * ${counts}.xxyy;`,
      }),
    ],
  );
}
