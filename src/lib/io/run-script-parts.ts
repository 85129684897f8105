/** The pieces of `run.py` that depend on the config: each kind of norm, activation, position and pool as Python. */
import type { Activation, Normalization, Pool, PositionEmbedding } from '../model/config.ts';

/** The code of a class or function, and how it is used. */
interface Piece {
  /** Defined at the top; empty for what PyTorch has itself. */
  code: string;
  /** The expression. */
  use: string;
}

export const norms: Record<Normalization, Piece> = {
  layer: { code: '', use: 'nn.LayerNorm(EMBED_DIM, eps=NORM_EPSILON)' },
  rms: {
    code: `class RmsNorm(nn.Module):
    """Divides by the root of the mean square; neither centres nor shifts."""

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(EMBED_DIM))

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + NORM_EPSILON) * self.weight
`,
    use: 'RmsNorm()',
  },
};

export const activations: Record<Activation, string> = {
  gelu: 'nn.GELU()',
  geluTanh: 'nn.GELU(approximate="tanh")',
  relu: 'nn.ReLU()',
};

const plane = (span: string) => `def positions():
    """sin x, cos x, sin y, cos y over the grid of patches; zeros for the tokens before them."""
    count = EMBED_DIM // 4
    omegas = 10000.0 ** -(np.arange(count) / ${span})
    y, x = np.divmod(np.arange(GRID**2), GRID)
    angles = [np.outer(axis, omegas) for axis in (x, y)]
    waves = [wave(angle) for angle in angles for wave in (np.sin, np.cos)]
    return np.concatenate([np.zeros((PREFIX_TOKENS, EMBED_DIM)), np.concatenate(waves, 1)])
`;

/** A fixed table, computed in doubles; null for a learned one and for none. */
export const tables: Record<PositionEmbedding, string | null> = {
  learned: null,
  lookup: null,
  none: null,
  sinusoidal: `def positions():
    """Sines in even columns, cosines in odd ones (Attention is all you need, section 3.5)."""
    column = np.arange(EMBED_DIM)
    angles = np.arange(TOKENS)[:, None] / 10000.0 ** ((column - column % 2) / EMBED_DIM)
    return np.where(column % 2 == 0, np.sin(angles), np.cos(angles))
`,
  timingSignal: `def positions():
    """All sines, then all cosines (tensor2tensor, get_timing_signal_1d)."""
    count = EMBED_DIM // 2
    omegas = 10000.0 ** -(np.arange(count) / max(1, count - 1))
    angles = np.outer(np.arange(TOKENS), omegas)
    table = np.concatenate([np.sin(angles), np.cos(angles)], 1)
    return np.pad(table, ((0, 0), (0, EMBED_DIM % 2)))
`,
  sinusoidal2d: plane('max(1, count - 1)'),
  sinusoidal2dMae: plane('count'),
};

export const pools: Record<Pool, string> = {
  token: 'x[:, 0]',
  mean: 'x[:, PREFIX_TOKENS:].mean(1)',
  meanAll: 'x.mean(1)',
};

export const layerScale = `class LayerScale(nn.Module):
    def __init__(self):
        super().__init__()
        self.gamma = nn.Parameter(torch.ones(EMBED_DIM))

    def forward(self, x):
        return x * self.gamma
`;

/** torchvision's names, part by part, and what this script calls them, which is what timm does. */
export const renamed: [torchvision: string, timm: string][] = [
  ['encoder.layers.encoder_layer_', 'blocks.'],
  ['self_attention.in_proj_', 'attn.qkv.'],
  ['self_attention.out_proj', 'attn.proj'],
  ['.ln_1', '.norm1'],
  ['.ln_2', '.norm2'],
  ['mlp.0', 'mlp.fc1'],
  ['mlp.3', 'mlp.fc2'],
  ['conv_proj', 'patch_embed.proj'],
  ['class_token', 'cls_token'],
  ['encoder.pos_embedding', 'pos_embed'],
  ['encoder.ln', 'norm'],
  ['heads.pre_logits', 'pre_logits.fc'],
  ['heads.head', 'head'],
];
