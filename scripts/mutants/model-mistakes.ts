/** Mistakes around the blocks: embedding, head, training, files. */
import { importing, mutant, type Mutant } from './mutant.ts';

export const embeddingMistakes: Mutant[] = [
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

export const headMistakes: Mutant[] = [
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

export const trainingMistakes: Mutant[] = [
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
  mutant('training/step.ts', 'running averages forgotten from step to step', [
    'replaceBuffers(moved, forward.buffers)',
    'moved',
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

export const fileMistakes: Mutant[] = [
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
