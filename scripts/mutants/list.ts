/** Deliberate mistakes, many of them found in public implementations: each must make a test fail. */

export interface Mutant {
  /** The mistake, in words. */
  name: string;
  /** Under src/lib. */
  file: string;
  /** What is replaced by what; the text to be found stands in the file exactly once. */
  changes: [find: string, replace: string][];
}

const mutant = (file: string, name: string, ...changes: [string, string][]): Mutant => ({
  name,
  file,
  changes,
});

const importing = (name: string, after: string): [string, string] => [
  `  ${after},\n`,
  `  ${after},\n  ${name},\n`,
];

const attentionMistakes: Mutant[] = [
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

const normMistakes: Mutant[] = [
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
  mutant('stages/group-norm.ts', 'each position on its own', [
    'const variance = mean(square(centred), [1, 3], true);',
    'const variance = mean(square(centred), [3], true);',
  ]),
];

const randomMistakes: Mutant[] = [
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

const branchMistakes: Mutant[] = [
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
    'norm(params.norm2, z1, config)',
    'norm(params.norm1, z1, config)',
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

const embeddingMistakes: Mutant[] = [
  mutant('stages/patchify.ts', 'patches of a wrong reshape, without moving pixels', [
    'const together = transpose(grid, [0, 1, 3, 2, 4, 5]);',
    'const together = grid;',
  ]),
  mutant('stages/patchify.ts', 'patches column by column', [
    'const together = transpose(grid, [0, 1, 3, 2, 4, 5]);',
    'const together = transpose(grid, [0, 3, 1, 2, 4, 5]);',
  ]),
  mutant('stages/patchify.ts', 'patches flattened as (channel, row, column)', [
    'const together = transpose(grid, [0, 1, 3, 2, 4, 5]);',
    'const together = transpose(grid, [0, 1, 3, 5, 2, 4]);',
  ]),
  mutant('stages/class-token.ts', 'the class token behind the patches', [
    'concat([...tokens, x], 1)',
    'concat([x, ...tokens], 1)',
  ]),
  mutant('stages/class-token.ts', 'a batch axis in the class token', [
    '[1, 1, embedDim]',
    '[2, 1, embedDim]',
  ]),
  mutant('model/vit.ts', 'the distillation token before the class token', [
    '[params.classToken, params.distillationToken]',
    '[params.distillationToken, params.classToken]',
  ]),
  mutant(
    'stages/position-embedding.ts',
    'no position for the class token',
    importing('mul', 'gather'),
    [
      'add(x, table)',
      'add(x, mul(table, tensor([[[0], ...Array(table.shape[1]! - 1).fill([1])]])))',
    ],
  ),
  mutant('stages/position-embedding.ts', 'positions added twice', [
    'add(x, table)',
    'add(add(x, table), table)',
  ]),
  mutant('stages/sinusoids.ts', 'cosines first', [
    'c % 2 === 0 ? Math.sin(angle) : Math.cos(angle)',
    'c % 2 === 0 ? Math.cos(angle) : Math.sin(angle)',
  ]),
  mutant('stages/sinusoids.ts', 'the timing signal’s exponent i / (D/2)', [
    'frequencies(count, Math.max(1, count - 1))',
    'frequencies(count, count)',
  ]),
  mutant('stages/sinusoids.ts', 'big_vision’s exponent as MAE’s', [
    '(count) => Math.max(1, count - 1)',
    '(count) => count',
  ]),
  mutant('stages/sinusoids.ts', 'x and y changed places', ['const [x, y] =', 'const [y, x] =']),
  mutant('stages/position-interpolation.ts', 'a = −0.5 for DeiT’s and MAE’s −0.75', [
    'cubic(-0.75)',
    'cubic(-0.5)',
  ]),
  mutant('stages/position-interpolation.ts', 'corners aligned in place of half-pixel centres', [
    '((sample + 0.5) * from) / to - 0.5',
    '(sample * (from - 1)) / Math.max(1, to - 1)',
  ]),
  mutant('stages/position-interpolation.ts', 'no antialiasing when the grid shrinks', [
    'kernel.antialias ? Math.max(1, from / to) : 1',
    '1',
  ]),
];

const headMistakes: Mutant[] = [
  mutant('stages/head.ts', 'the first patch in place of the class token', [
    'token(z, 0)',
    'token(z, 1)',
  ]),
  mutant('stages/head.ts', 'the class token averaged with the patches', [
    'slice(z, [0, prefixTokens, 0], [batch, tokens! - prefixTokens, width!])',
    'z',
  ]),
  mutant('model/vit.ts', 'the norm before the mean in place of after', [
    'const normalised = finish(pooled);',
    'const normalised = { ...finish(pooled)!, output: pool(finish(last)!.output, config.pool, 1) };',
  ]),
  mutant('stages/head.ts', 'pre-logits without tanh', [
    'tanh(dense(preLogits, y))',
    'dense(preLogits, y)',
  ]),
  mutant('stages/head.ts', 'DeiT’s two logits added in place of averaged', [
    'mul(add(classLogits, distillationLogits), 0.5)',
    'add(classLogits, distillationLogits)',
  ]),
];

const trainingMistakes: Mutant[] = [
  mutant(
    'training/adam.ts',
    'ε inside the root',
    ['add(root, epsilon)', 'root'],
    [
      'sqrt(mul(second, 1 / (1 - beta2 ** step)))',
      'sqrt(add(mul(second, 1 / (1 - beta2 ** step)), epsilon))',
    ],
  ),
  mutant('training/adam.ts', 'ε before the bias correction', [
    'sqrt(mul(second, 1 / (1 - beta2 ** step)))',
    'mul(add(sqrt(second), epsilon), 1 / Math.sqrt(1 - beta2 ** step))',
  ]),
  mutant('training/adam.ts', 'no bias correction of v', ['1 / (1 - beta2 ** step)', '1']),
  mutant('training/optimiser.ts', 'decay after the step in place of before', [
    'adamw: (move) => adam(shrunk(move), move.gradient, move.moments, move.step, move.settings),',
    'adamw: (move) => { const moved = adam(move.theta, move.gradient, move.moments, move.step, move.settings); return { ...moved, parameters: shrunk({ ...move, theta: moved.parameters }) }; },',
  ]),
  mutant('training/optimiser.ts', 'coupled decay for AdamW', [
    'adamw: (move) => adam(shrunk(move), move.gradient,',
    'adamw: (move) => adam(move.theta, pulled(move),',
  ]),
  mutant('training/step.ts', 'positions and tokens decay too', [
    'tensor.rank === 2',
    'tensor.rank >= 2',
  ]),
  mutant('training/sgd.ts', 'momentum that dampens the gradient', [
    'add(mul(moments.first, momentum), gradient)',
    'add(mul(moments.first, momentum), mul(gradient, 1 - momentum))',
  ]),
  mutant('training/clip.ts', 'short gradients made longer', ['maximum(norm, limit)', 'norm']),
  mutant('training/loss.ts', 'smoothing spread over the wrong classes alone', [
    'smoothing / classes',
    'smoothing / (classes - 1)',
  ]),
  mutant('training/loss.ts', 'losses added in place of averaged', ['mean(losses)', 'sum(losses)']),
  mutant('training/distillation.ts', 'T² forgotten', ['temperature ** 2', '1']),
  mutant('training/distillation.ts', 'the divergence the wrong way round', [
    'mul(exp(logQ), sub(logQ, logP))',
    'mul(exp(logP), sub(logP, logQ))',
  ]),
  mutant('training/mixup.ts', 'targets not blended', ['targets: blended(targets)', 'targets']),
  mutant('training/schedule.ts', 'a warm-up that starts at 0', ['* (step + 1)', '* step']),
];

const fileMistakes: Mutant[] = [
  mutant('io/layouts.ts', 'the kernel’s channels last', [
    'channel * P * P + pixel',
    'pixel * C + channel',
  ]),
  mutant('io/state-dict.ts', 'numbers that are not finite let in', [
    'if (!values.every(Number.isFinite))',
    'if (false)',
  ]),
  mutant('io/safetensors-header.ts', 'tensors that overlap let in', [
    'if (begin < at)',
    'if (false)',
  ]),
  mutant('io/safetensors-header.ts', 'a header longer than the file let in', [
    'if (claimed > BigInt(rest))',
    'if (false)',
  ]),
  mutant('io/half.ts', 'halves rounded up at a tie', [
    '(rest === half && whole & 1)',
    'rest === half',
  ]),
];

export const mutants: Mutant[] = [
  ...attentionMistakes,
  ...normMistakes,
  ...randomMistakes,
  ...branchMistakes,
  ...embeddingMistakes,
  ...headMistakes,
  ...trainingMistakes,
  ...fileMistakes,
];
