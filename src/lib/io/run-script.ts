/**
 * `run.py` of an exported run: its model as PyTorch, written out for its config, with what checks it.
 *
 * No text of the reader's own stands in it as code: names are Python strings, written as JSON.
 */
import { gridSide, prefixTokens, tokenCount, type VitConfig } from '../model/config.ts';
import { isLearned } from '../stages/position-kinds.ts';
import { mlpWidth } from '../stages/mlp-width.ts';
import type { NameStyle } from './names.ts';
import { activations, layerScale, norms, pools, renamed, tables } from './run-script-parts.ts';

export interface ScriptSubject {
  name: string;
  classNames: string[];
  config: VitConfig;
  /** Whose names the file of the weights has. */
  names: NameStyle;
}

/** The script's text: Python 3 with torch and numpy. */
export function runScript(subject: ScriptSubject): string {
  const { config } = subject;
  const parts = [
    header(subject),
    reading(subject),
    norms[config.normalization].code,
    tables[config.positionEmbedding] ?? '',
    patchEmbed(config),
    attention(config),
    mlp(config),
    config.layerScale === null ? '' : layerScale,
    block(config),
    visionTransformer(config),
    checking,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A Python string. JSON's escapes are Python's; what cannot be seen or turns the writing round is escaped too. */
export function pythonString(text: string): string {
  const hidden = /[\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g;
  const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`; // prettier-ignore
  return JSON.stringify(text).replace(hidden, escape);
}

/** Lines that belong only to some configs. */
const when = (condition: boolean, ...lines: string[]) => (condition ? lines : []);
const joined = (...lines: (string | string[])[]) => `${lines.flat().join('\n')}\n`;

function header({ name, classNames, config }: ScriptSubject): string {
  const { imageSize, patchSize, inChannels, numClasses, embedDim, depth, numHeads } = config;
  const { normEpsilon, representationSize } = config;
  return joined(
    '"""',
    'A Vision Transformer that was trained on the site Four Equations, as PyTorch.',
    '',
    'Loads model.safetensors, runs the pictures of samples.safetensors through the model and compares its logits with',
    'those that the site computed. Needs torch and numpy.',
    '',
    '    python3 run.py      exits with 1 when a logit differs by more than 1e-4, counted from the largest one above 1',
    '"""',
    '',
    'import json',
    'import struct',
    'import sys',
    'from pathlib import Path',
    '',
    'import numpy as np',
    'import torch',
    'from torch import nn',
    '',
    `NAME = ${pythonString(name)}`,
    `CLASS_NAMES = [${classNames.map(pythonString).join(', ')}]`,
    '',
    `IMAGE_SIZE, PATCH_SIZE, IN_CHANNELS = ${imageSize}, ${patchSize}, ${inChannels}`,
    `NUM_CLASSES, EMBED_DIM, DEPTH, NUM_HEADS = ${numClasses}, ${embedDim}, ${depth}, ${numHeads}`,
    `MLP_WIDTH, NORM_EPSILON = ${mlpWidth(config)}, ${normEpsilon}`,
    `GRID, PREFIX_TOKENS, TOKENS = ${gridSide(config)}, ${prefixTokens(config)}, ${tokenCount(config)}`,
    when(representationSize !== null, `REPRESENTATION_SIZE = ${representationSize}`),
    'TOLERANCE = 1e-4',
    'HERE = Path(__file__).resolve().parent',
  );
}

function reading({ config, names }: ScriptSubject): string {
  const fixed = !isLearned(config.positionEmbedding);
  return joined(
    'def read(path):',
    '    """A safetensors file: 8 bytes of length, a JSON header, then float32 numbers."""',
    '    try:',
    '        from safetensors.torch import load_file',
    '',
    '        return load_file(path)',
    '    except ImportError:',
    '        pass',
    '    data = path.read_bytes()',
    '    (length,) = struct.unpack("<Q", data[:8])',
    '    header = json.loads(data[8 : 8 + length])',
    '    header.pop("__metadata__", None)',
    '    tensors = {}',
    '    for name, entry in header.items():',
    '        begin, end = (8 + length + offset for offset in entry["data_offsets"])',
    '        values = np.frombuffer(data[begin:end], dtype="<f4").astype(np.float32)',
    '        tensors[name] = torch.from_numpy(values).reshape(entry["shape"])',
    '    return tensors',
    '',
    '',
    when(names === 'torchvision', ...renaming),
    'def load(weights="model.safetensors"):',
    '    """The model with the weights of a file beside this one, ready to be used."""',
    '    model = VisionTransformer()',
    '    state = read(HERE / weights)',
    when(names === 'torchvision', '    state = {renamed(name): tensor for name, tensor in state.items()}'), // prettier-ignore
    when(fixed, '    del state["pos_embed"]  # no parameter of this model'),
    '    model.load_state_dict(state)  # strict: every name and shape',
    '    return model.eval()',
  );
}

const renaming = [
  '# The file has torchvision’s names, part by part; the modules below have timm’s.',
  'RENAMED = {',
  ...renamed.map(([from, to]) => `    "${from}": "${to}",`),
  '}',
  '',
  '',
  'def renamed(name):',
  '    for there, here in RENAMED.items():',
  '        name = name.replace(there, here)',
  '    return name',
  '',
  '',
];

function patchEmbed({ patchNorm }: VitConfig): string {
  return joined(
    'class PatchEmbed(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    '        self.proj = nn.Conv2d(IN_CHANNELS, EMBED_DIM, kernel_size=PATCH_SIZE, stride=PATCH_SIZE)',
    when(patchNorm, '        self.norm = nn.LayerNorm(EMBED_DIM, eps=1e-6)'),
    '',
    '    def forward(self, images):  # [B, C, S, S]',
    '        x = self.proj(images).flatten(2).transpose(1, 2)  # [B, N, D]',
    `        return ${patchNorm ? 'self.norm(x)' : 'x'}`,
  );
}

function attention({ qkvBias, scaledAttention }: VitConfig): string {
  const queries = scaledAttention ? 'q * (EMBED_DIM // NUM_HEADS) ** -0.5' : 'q';
  return joined(
    'class Attention(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    `        self.qkv = nn.Linear(EMBED_DIM, 3 * EMBED_DIM${qkvBias ? '' : ', bias=False'})`,
    '        self.proj = nn.Linear(EMBED_DIM, EMBED_DIM)',
    '',
    '    def forward(self, x):  # [B, T, D]',
    '        B, T, D = x.shape',
    '        qkv = self.qkv(x).reshape(B, T, 3, NUM_HEADS, D // NUM_HEADS).permute(2, 0, 3, 1, 4)',
    '        q, k, v = qkv.unbind(0)  # [B, H, T, K] each',
    `        scores = ${queries} @ k.transpose(-2, -1)  # [B, H, T, T]`,
    '        mixed = scores.softmax(-1) @ v  # [B, H, T, K]',
    '        return self.proj(mixed.transpose(1, 2).reshape(B, T, D))',
  );
}

function mlp({ activation }: VitConfig): string {
  return joined(
    'class Mlp(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    '        self.fc1 = nn.Linear(EMBED_DIM, MLP_WIDTH)',
    `        self.act = ${activations[activation]}`,
    '        self.fc2 = nn.Linear(MLP_WIDTH, EMBED_DIM)',
    '',
    '    def forward(self, x):',
    '        return self.fc2(self.act(self.fc1(x)))',
  );
}

function block({ normalization, normFirst, layerScale }: VitConfig): string {
  const norm = norms[normalization].use;
  const scaled = layerScale !== null;
  const branch = (part: string, x: string, scale: string) =>
    scaled ? `self.${scale}(self.${part}(${x}))` : `self.${part}(${x})`;
  const forward = normFirst
    ? [
        `        x = x + ${branch('attn', 'self.norm1(x)', 'ls1')}  # Eq. 2`,
        `        return x + ${branch('mlp', 'self.norm2(x)', 'ls2')}  # Eq. 3`,
      ]
    : [
        `        x = self.norm1(x + ${branch('attn', 'x', 'ls1')})  # Eq. 2, the sum normalised`,
        `        return self.norm2(x + ${branch('mlp', 'x', 'ls2')})  # Eq. 3, the same`,
      ];
  return joined(
    'class Block(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    `        self.norm1, self.attn = ${norm}, Attention()`,
    `        self.norm2, self.mlp = ${norm}, Mlp()`,
    when(scaled, '        self.ls1, self.ls2 = LayerScale(), LayerScale()'),
    '',
    '    def forward(self, x):  # [B, T, D]',
    forward,
  );
}

function visionTransformer(config: VitConfig): string {
  const { positionEmbedding, pool, distilled, numClasses, representationSize, finalNorm } = config;
  const learned = isLearned(positionEmbedding);
  const fixed = tables[positionEmbedding] !== null;
  const hidden = representationSize !== null;
  const second = distilled && numClasses > 0;
  const normName = pool === 'token' ? 'norm' : 'fc_norm';
  const normed = (x: string) => (finalNorm ? `self.${normName}(${x})` : x);
  const head = numClasses > 0 ? 'self.head(y)' : 'y';
  return joined(
    'class VisionTransformer(nn.Module):',
    '    """As it stands once trained: without dropout and drop path."""',
    '',
    '    def __init__(self):',
    '        super().__init__()',
    '        self.patch_embed = PatchEmbed()',
    '        self.cls_token = nn.Parameter(torch.zeros(1, 1, EMBED_DIM))',
    when(distilled, '        self.dist_token = nn.Parameter(torch.zeros(1, 1, EMBED_DIM))'),
    when(learned, '        self.pos_embed = nn.Parameter(torch.zeros(1, TOKENS, EMBED_DIM))'),
    when(
      fixed,
      '        table = torch.from_numpy(positions()).float()[None]',
      '        self.register_buffer("pos_embed", table, persistent=False)',
    ),
    '        self.blocks = nn.Sequential(*[Block() for _ in range(DEPTH)])',
    when(finalNorm, `        self.${normName} = ${norms[config.normalization].use}`),
    when(hidden, '        self.pre_logits = nn.ModuleDict({"fc": nn.Linear(EMBED_DIM, REPRESENTATION_SIZE)})'), // prettier-ignore
    when(numClasses > 0, `        self.head = nn.Linear(${hidden ? 'REPRESENTATION_SIZE' : 'EMBED_DIM'}, NUM_CLASSES)`), // prettier-ignore
    when(second, '        self.head_dist = nn.Linear(EMBED_DIM, NUM_CLASSES)'),
    '',
    '    def forward(self, images):  # [B, C, S, S]',
    '        x = self.patch_embed(images)  # [B, N, D]',
    `        tokens = [self.cls_token${distilled ? ', self.dist_token' : ''}]`,
    '        x = torch.cat([token.expand(len(x), -1, -1) for token in tokens] + [x], dim=1)  # [B, T, D]',
    when(learned || fixed, '        x = x + self.pos_embed  # Eq. 1'),
    '        x = self.blocks(x)',
    `        y = ${normed(pools[pool])}  # Eq. 4`,
    when(hidden, '        y = torch.tanh(self.pre_logits["fc"](y))'),
    second
      ? `        return (self.head(y) + self.head_dist(${normed('x[:, 1]')})) / 2`
      : `        return ${head}`,
  );
}

const checking = joined(
  'def main():',
  '    sys.stdout.reconfigure(errors="backslashreplace")',
  '    model = load()',
  '    count = sum(parameter.numel() for parameter in model.parameters())',
  '    print(f"{NAME}: {count:,} parameters")',
  '    if not (HERE / "samples.safetensors").exists():',
  '        print("There is no samples.safetensors here: nothing to compare with.")',
  '        return 0',
  '    samples = read(HERE / "samples.safetensors")',
  '    with torch.no_grad():',
  '        logits = model(samples["images"])',
  '    for row in logits.softmax(-1) if CLASS_NAMES else []:',
  '        print(f"  {CLASS_NAMES[int(row.argmax())]}, {row.max().item():.3f}")',
  '    difference = (logits - samples["logits"]).abs().max().item()',
  '    allowed = TOLERANCE * max(1.0, samples["logits"].abs().max().item())',
  '    print(f"largest difference from the site’s logits: {difference:.1e} (allowed: {allowed:.1e})")',
  '    return 0 if difference <= allowed else 1',
  '',
  '',
  'if __name__ == "__main__":',
  '    sys.exit(main())',
);
