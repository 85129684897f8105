/**
 * softmax(q kᵀ / √K) v in four draws and its gradient in three, without a transpose or a split.
 *
 * The scores stand in one matrix: a row for each (image, head, query), a column for each key. The heads of q, k and v are
 * columns of one matrix, q‖k‖v, and stay there. ∂scores needs the sum of p ∂p along a row; it equals ∂o · o (Dao et al.
 * 2022, arXiv 2205.14135, section 3.1 of the appendix), so no matrix of ∂p is made.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import { differentiable, draw, float } from './draw.ts';
import type { Layout } from './layout.ts';

export interface AttentionShape extends Layout {
  /** D. */
  embedDim: number;
  /** H; D / H must be even. */
  numHeads: number;
  /** Rows of an image that ask: all of them, or only the first two where only the first is wanted. */
  queries: number;
  /** What scores are multiplied by: 1 / √K, or 1. */
  scale: number;
}

type Inputs = Record<string, Tensor>;

/**
 * q‖k‖v → the heads side by side: [B · rows, 3D] → [B · queries, D].
 *
 * @param mask dropout of the weights, [B · H · queries, rows], or null.
 */
export function attention(qkv: Tensor, shape: AttentionShape, mask: Tensor | null = null): Tensor {
  return differentiable(
    [qkv],
    () => {
      const inputs: Inputs = { qkv, weights: attentionWeights(qkv, shape), ...(mask && { mask }) };
      const output = mixedValues(inputs, shape);
      return { output, kept: { output, ...inputs } };
    },
    (dOutput, { output, ...inputs }) => {
      const along = outputTimesGradient(output, dOutput, shape);
      const dScores = scoresGradient({ ...inputs, dOutput, along }, shape);
      return [qkvGradient({ ...inputs, dOutput, dScores }, shape)];
    },
  );
}

/** softmax(q kᵀ / √K): [B · H · queries, rows], zero in the columns of padding. */
export function attentionWeights(qkv: Tensor, shape: AttentionShape): Tensor {
  const scores = attentionScores(qkv, shape);
  const extremes = draw({
    name: 'softmax moments',
    inputs: { scores },
    shape: [scores.shape[0], 2],
    code: `
      vec2 top = vec2(-1e30), total = vec2(0.);
      for (int key = 0; key < ${shape.rows}; key += 2) {
        vec4 s = scoresAt(row, key);
        top = max(top, max(s.xz, s.yw));
      }
      for (int key = 0; key < ${shape.rows}; key += 2) {
        vec4 e = exp(scoresAt(row, key) - top.xxyy);
        total += e.xz + e.yw;
      }
      return vec4(top.x, 1. / total.x, top.y, 1. / total.y);`,
  });
  return draw({
    name: 'softmax',
    inputs: { scores, extremes },
    shape: scores.shape,
    code: `
      vec4 row2 = extremesAt(row, 0);
      return exp(scoresAt(row, col) - row2.xxzz) * row2.yyww;`,
  });
}

/** q kᵀ / √K; far below every score in the columns of padding. */
function attentionScores(qkv: Tensor, shape: AttentionShape): Tensor {
  const { images, tokens, rows, embedDim: D, numHeads: H, queries } = shape;
  const K = D / H;
  return draw({
    name: 'attention scores',
    inputs: { qkv },
    shape: [images * H * queries, rows],
    code: `
      ${splitScoreRow(shape)}
      vec4 total = vec4(0.);
      for (int k = 0; k < ${K}; k += 2)
        total += rowProducts(qkvAt(tokenRow, column + k), qkvAt(image * ${rows} + col, ${D} + column + k));
      total *= ${float(shape.scale)};
      ${tokens < rows ? `if (col + 1 >= ${tokens}) total.yw = vec2(-1e30);` : ''}
      return total;`,
  });
}

/** Σ over the keys of weight · value. */
function mixedValues(inputs: Inputs, shape: AttentionShape): Tensor {
  const { images, rows, embedDim: D, queries } = shape;
  return draw({
    name: 'attention mix',
    inputs,
    shape: [images * queries, D],
    code: `
      int image = row / ${queries}, query = row - image * ${queries};
      int scoreRow = ${scoreRow(shape, 'col')} + query;
      vec4 total = vec4(0.);
      for (int key = 0; key < ${rows}; key += 2) {
        vec4 w = ${dropped(inputs, 'scoreRow, key')};
        vec4 v = qkvAt(image * ${rows} + key, ${2 * D} + col);
        total += w.xxzz * v.xyxy + w.yyww * v.zwzw;
      }
      return total;`,
  });
}

/** ∂o · o for each (image, head, query), in column 0: [B · H · queries, 2]. */
function outputTimesGradient(output: Tensor, dOutput: Tensor, shape: AttentionShape): Tensor {
  const { images, embedDim: D, numHeads: H, queries } = shape;
  return draw({
    name: 'attention output times gradient',
    inputs: { theOutput: output, dOutput },
    shape: [images * H * queries, 2],
    code: `
      ${splitScoreRow(shape)}
      vec2 total = vec2(0.);
      for (int k = 0; k < ${D / H}; k += 2) {
        vec4 product = theOutputAt(queryRow, column + k) * dOutputAt(queryRow, column + k);
        total += product.xz + product.yw;
      }
      return vec4(total.x, 0., total.y, 0.);`,
  });
}

/** ∂scores = p (mask ∂o vᵀ − ∂o · o) / √K, the root included. */
function scoresGradient(inputs: Inputs, shape: AttentionShape): Tensor {
  const { rows, embedDim: D, numHeads: H } = shape;
  const K = D / H;
  return draw({
    name: 'attention scores gradient',
    inputs,
    shape: inputs.weights.shape,
    code: `
      ${splitScoreRow(shape)}
      vec4 total = vec4(0.);
      for (int k = 0; k < ${K}; k += 2)
        total += rowProducts(dOutputAt(queryRow, column + k), qkvAt(image * ${rows} + col, ${2 * D} + column + k));
      ${inputs.mask ? 'total *= maskAt(row, col);' : ''}
      return weightsAt(row, col) * (total - alongAt(row, 0).xxzz) * ${float(shape.scale)};`,
  });
}

/** ∂q = ∂s k, ∂k = ∂sᵀ q, ∂v = pᵀ ∂o, side by side as q, k and v are. */
function qkvGradient(inputs: Inputs, shape: AttentionShape): Tensor {
  const { images, rows, embedDim: D, queries } = shape;
  return draw({
    name: 'attention gradient',
    inputs,
    shape: [images * rows, 3 * D],
    code: `
      int image = row / ${rows}, token = row - image * ${rows};
      int part = col / ${D}, column = col - part * ${D};
      int base = ${scoreRow(shape, 'column')};
      vec4 total = vec4(0.);
      if (part == 0) {
        if (token < ${queries}) for (int key = 0; key < ${rows}; key += 2) {
          vec4 s = dScoresAt(base + token, key), k = qkvAt(image * ${rows} + key, ${D} + column);
          total += s.xxzz * k.xyxy + s.yyww * k.zwzw;
        }
      } else if (part == 1) {
        for (int query = 0; query < ${queries}; query += 2) {
          vec4 s = dScoresAt(base + query, token), q = qkvAt(image * ${rows} + query, column);
          total += s.xxyy * q.xyxy + s.zzww * q.zwzw;
        }
      } else {
        for (int query = 0; query < ${queries}; query += 2) {
          vec4 w = ${dropped(inputs, 'base + query, token')};
          vec4 d = dOutputAt(image * ${queries} + query, column);
          total += w.xxyy * d.xyxy + w.zzww * d.zwzw;
        }
      }
      return total;`,
  });
}

/** Of a row of the scores: its image, query and head, the head's first column, and the rows of the query elsewhere. */
function splitScoreRow({ rows, embedDim: D, numHeads: H, queries }: AttentionShape): string {
  return `
    int group = row / ${queries}, query = row - group * ${queries};
    int image = group / ${H}, column = (group - image * ${H}) * ${D / H};
    int tokenRow = image * ${rows} + query, queryRow = image * ${queries} + query;`;
}

/** The first row of the scores of `image` and the head that a column belongs to. */
function scoreRow({ embedDim: D, numHeads: H, queries }: AttentionShape, column: string): string {
  return `(image * ${H} + ${column} / ${D / H}) * ${queries}`;
}

function dropped(inputs: Inputs, place: string): string {
  return inputs.mask ? `weightsAt(${place}) * maskAt(${place})` : `weightsAt(${place})`;
}
