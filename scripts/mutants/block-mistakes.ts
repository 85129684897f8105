/** Mistakes within a block: attention, norms, what is random, the branches. */
import { importing, mutant, type Mutant } from './mutant.ts';

export const attentionMistakes: Mutant[] = [
  mutant('stages/scaled-dot-product.ts', 'scores divided by √D in place of √K', [
    'Math.sqrt(K)',
    'Math.sqrt(K * queries.shape[1]!)',
  ]),
  mutant('stages/scaled-dot-product.ts', 'scores not divided at all', [
    'mul(queries, 1 / Math.sqrt(K))',
    'queries',
  ]),
  mutant(
    'stages/scaled-dot-product.ts',
    'divided after the softmax in place of before',
    ['mul(queries, 1 / Math.sqrt(K))', 'queries'],
    ['softmax(scores)', 'mul(softmax(scores), 1 / Math.sqrt(K))'],
  ),
  mutant('stages/scaled-dot-product.ts', 'mask as zero in place of minus infinity', [
    'add(products, mul(sub(mask, 1), forbidden))',
    'mul(products, mask)',
  ]),
  mutant(
    'stages/scaled-dot-product.ts',
    'softmax over the queries in place of the keys',
    importing('transpose', 'sub'),
    ['softmax(scores)', 'transpose(softmax(transpose(scores, [0, 1, 3, 2])), [0, 1, 3, 2])'],
  ),
  mutant('stages/scaled-dot-product.ts', 'attention dropout accepted and never passed on', [
    'dropout(weights, attnDropRate, mode).output',
    'weights',
  ]),
  mutant('stages/attention.ts', 'qkv split as k, q, v', [
    'const [queries, keys, values] =',
    'const [keys, queries, values] =',
  ]),
  mutant(
    'stages/attention.ts',
    'qkv columns as (head, q‖k‖v, K)',
    ['[-1, T, 3, H, K])', '[-1, T, H, 3, K])'],
    ['[2, 0, 3, 1, 4]', '[3, 0, 2, 1, 4]'],
  ),
  mutant('stages/attention.ts', 'heads joined without moving them behind the tokens', [
    'transpose(mixed.output, [0, 2, 1, 3])',
    'mixed.output',
  ]),
  mutant('stages/attention.ts', 'dropout of the projection forgotten', [
    'dense(params.projection, heads),\n    dropRate,',
    'dense(params.projection, heads),\n    0,',
  ]),
];

export const normMistakes: Mutant[] = [
  mutant('stages/layer-norm.ts', 'ε of 1e-5 in place of 1e-6', [
    'layerNormEpsilon = 1e-6',
    'layerNormEpsilon = 1e-5',
  ]),
  mutant('stages/layer-norm.ts', 'variance divided by D − 1', [
    'groupMean(mul(centred, centred), weight.shape)',
    'mul(groupMean(mul(centred, centred), weight.shape), weight.size / (weight.size - 1))',
  ]),
  mutant('stages/layer-norm.ts', 'no ε under the root', [
    'rsqrt(add(variance, epsilon))',
    'rsqrt(variance)',
  ]),
  mutant('stages/layer-norm.ts', 'the shift forgotten', [
    'add(mul(normalised, weight), bias)',
    'mul(normalised, weight)',
  ]),
  mutant('stages/rms-norm.ts', 'RMS of the sum in place of the mean', [
    'rowMean(mul(x, x))',
    'mul(rowMean(mul(x, x)), x.shape.at(-1)!)',
  ]),
  mutant('stages/batch-norm.ts', 'biased running variance', ['count / (count - 1)', '1']),
  mutant(
    'stages/batch-norm.ts',
    'momentum of 0.9 in place of 0.1',
    ['1 - momentum', 'momentum'],
    ['momentum * factor', '(1 - momentum) * factor'],
  ),
  mutant('stages/batch-norm.ts', 'the batch’s own statistics at evaluation', [
    'mode.training ? batchStatistics(x) : state',
    'batchStatistics(x)',
  ]),
  mutant('stages/batch-norm.ts', 'running averages used while training', [
    'mode.training ? batchStatistics(x) : state',
    'state',
  ]),
  mutant('stages/norm.ts', 'batch norm’s own ε in place of the model’s', [
    '{ ...batchNormDefaults, epsilon: normEpsilon }',
    'batchNormDefaults',
  ]),
  mutant('stages/group-norm.ts', 'each position on its own', [
    'const variance = mean(square(centred), [1, 3], true);',
    'const variance = mean(square(centred), [3], true);',
  ]),
];

export const randomMistakes: Mutant[] = [
  mutant('stages/dropout.ts', 'no division by keep', [
    'Math.floor(keep + random.uniform()) / keep',
    'Math.floor(keep + random.uniform())',
  ]),
  mutant('stages/dropout.ts', 'kept with the probability of dropping', [
    'keepMask(maskShape, 1 - rate,',
    'keepMask(maskShape, rate,',
  ]),
  mutant('stages/dropout.ts', 'dropout left on at evaluation', [
    'if (!mode.training || rate === 0)',
    'if (rate === 0)',
  ]),
  mutant('stages/drop-path.ts', 'a draw for each number in place of each sample', [
    'rest.map(() => 1)',
    'rest',
  ]),
  mutant('stages/drop-path.ts', 'rates that stop short of the last block', [
    '(rate * block) / (depth - 1)',
    '(rate * block) / depth',
  ]),
  mutant('model/vit.ts', 'the same drop path in every block', [
    'dropPathRate: rates[index]',
    'dropPathRate: config.dropPathRate',
  ]),
  mutant('model/vit.ts', 'no dropout after the positions', [
    'dropout(placed, config.dropRate, mode).output',
    'placed',
  ]),
];

export const branchMistakes: Mutant[] = [
  mutant('stages/activations.ts', 'the tanh form for the exact GELU', [
    '{ gelu, geluTanh, relu }',
    '{ gelu: geluTanh, geluTanh, relu }',
  ]),
  mutant('stages/activations.ts', 'erf(x) in place of erf(x / √2)', ['mul(x, Math.SQRT1_2)', 'x']),
  mutant('stages/mlp.ts', 'no activation', ['activations[activation](hidden)', 'hidden']),
  mutant('stages/mlp.ts', 'the first dropout forgotten', [
    'dropout(activated, dropRate, mode).output',
    'activated',
  ]),
  mutant('stages/mlp-width.ts', 'width rounded up', [
    'Math.floor(embedDim * mlpRatio)',
    'Math.ceil(embedDim * mlpRatio)',
  ]),
  mutant('stages/encoder-block.ts', 'post-norm for pre-norm', [
    'config.normFirst === false',
    'config.normFirst !== undefined',
  ]),
  mutant('stages/encoder-block.ts', 'no residual round the attention', [
    'const z1 = add(kept(attended.output, params.scale1), z);',
    'const z1 = kept(attended.output, params.scale1);',
  ]),
  mutant('stages/encoder-block.ts', 'the second residual taken from before the attention', [
    'add(kept(thought.output, params.scale2), z1)',
    'add(kept(thought.output, params.scale2), z)',
  ]),
  mutant('stages/encoder-block.ts', 'the MLP reads tokens without a norm', [
    'think(norm2.output)',
    'think(z1)',
  ]),
  mutant('stages/encoder-block.ts', 'one norm used twice', [
    'norm(params.norm2, z1, config, mode)',
    'norm(params.norm1, z1, config, mode)',
  ]),
  mutant('stages/encoder-block.ts', 'drop path accepted and never passed on', [
    'config.dropPathRate, mode)',
    '0, mode)',
  ]),
  mutant('stages/encoder-block.ts', 'LayerScale forgotten', [
    'scale ? mul(branch, scale) : branch',
    'branch',
  ]),
];
