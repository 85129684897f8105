/**
 * What timm and torchvision call each parameter, and timm a batch norm's running averages.
 *
 * timm: `VisionTransformer` of timm.models.vision_transformer, and of DeiT for the distillation token. torchvision:
 * `VisionTransformer` of torchvision.models, which knows fewer variants.
 */
import type { VitConfig } from '../model/config.ts';
import type { Layout } from './layouts.ts';

export type NameStyle = 'timm' | 'torchvision';

/** A block's parameters here and in each library; `matrix` ones are turned over. */
const blockNames: [ours: string, timm: string, torchvision: string | null][] = [
  ['norm1.weight', 'norm1.weight', 'ln_1.weight'],
  ['norm1.bias', 'norm1.bias', 'ln_1.bias'],
  ['norm1.running.mean', 'norm1.running_mean', null],
  ['norm1.running.variance', 'norm1.running_var', null],
  ['attention.qkv.weight', 'attn.qkv.weight', 'self_attention.in_proj_weight'],
  ['attention.qkv.bias', 'attn.qkv.bias', 'self_attention.in_proj_bias'],
  ['attention.projection.weight', 'attn.proj.weight', 'self_attention.out_proj.weight'],
  ['attention.projection.bias', 'attn.proj.bias', 'self_attention.out_proj.bias'],
  ['scale1', 'ls1.gamma', null],
  ['norm2.weight', 'norm2.weight', 'ln_2.weight'],
  ['norm2.bias', 'norm2.bias', 'ln_2.bias'],
  ['norm2.running.mean', 'norm2.running_mean', null],
  ['norm2.running.variance', 'norm2.running_var', null],
  ['mlp.expand.weight', 'mlp.fc1.weight', 'mlp.0.weight'],
  ['mlp.expand.bias', 'mlp.fc1.bias', 'mlp.0.bias'],
  ['mlp.contract.weight', 'mlp.fc2.weight', 'mlp.3.weight'],
  ['mlp.contract.bias', 'mlp.fc2.bias', 'mlp.3.bias'],
  ['scale2', 'ls2.gamma', null],
];

const outerNames: [ours: string, timm: string, torchvision: string | null][] = [
  ['patchEmbedding.weight', 'patch_embed.proj.weight', 'conv_proj.weight'],
  ['patchEmbedding.bias', 'patch_embed.proj.bias', 'conv_proj.bias'],
  ['patchEmbedding.norm.weight', 'patch_embed.norm.weight', null],
  ['patchEmbedding.norm.bias', 'patch_embed.norm.bias', null],
  ['classToken', 'cls_token', 'class_token'],
  ['distillationToken', 'dist_token', null],
  ['positions', 'pos_embed', 'encoder.pos_embedding'],
  ['norm.weight', 'norm.weight', 'encoder.ln.weight'],
  ['norm.bias', 'norm.bias', 'encoder.ln.bias'],
  ['norm.running.mean', 'norm.running_mean', null],
  ['norm.running.variance', 'norm.running_var', null],
  ['head.preLogits.weight', 'pre_logits.fc.weight', 'heads.pre_logits.weight'],
  ['head.preLogits.bias', 'pre_logits.fc.bias', 'heads.pre_logits.bias'],
  ['head.classifier.weight', 'head.weight', 'heads.head.weight'],
  ['head.classifier.bias', 'head.bias', 'heads.head.bias'],
  ['head.distillation.weight', 'head_dist.weight', null],
  ['head.distillation.bias', 'head_dist.bias', null],
];

const blockPrefixes: Record<NameStyle, string> = {
  timm: 'blocks.',
  torchvision: 'encoder.layers.encoder_layer_',
};

/** The library's name of one of our parameters; null when the library has no such thing. */
export function nameThere(ours: string, style: NameStyle, config: VitConfig): string | null {
  const block = /^blocks\.(\d+)\.(.+)$/.exec(ours);
  const table = block ? blockNames : outerNames;
  const row = table.find(([name]) => name === (block ? block[2] : ours));
  const found = row?.[style === 'timm' ? 1 : 2] ?? null;
  if (found === null) return null;
  if (block) return `${blockPrefixes[style]}${block[1]}.${found}`;
  // timm normalises after averaging, and then calls the norm so.
  return style === 'timm' && config.pool !== 'token' ? found.replace(/^norm\./, 'fc_norm.') : found;
}

/** How our parameter lies in either library. */
export function layoutOf(ours: string, { patchSize, inChannels }: VitConfig): Layout {
  if (ours === 'patchEmbedding.weight') return { kind: 'kernel', patchSize, inChannels };
  const dense = /(qkv|query|key|value|projection|expand|contract|preLogits|classifier|distillation)\.weight$/; // prettier-ignore
  return dense.test(ours) ? { kind: 'matrix' } : { kind: 'same' };
}

/** Whose names a file has; null when it is neither's. */
export function styleOf(names: Iterable<string>): NameStyle | null {
  const all = new Set(names);
  if (all.has('patch_embed.proj.weight')) return 'timm';
  return all.has('conv_proj.weight') ? 'torchvision' : null;
}

/** Why a config has no place in a library's own model, a sentence each; empty when it has. */
export function misfits(config: VitConfig, style: NameStyle): string[] {
  const both: [boolean, string][] = [
    [config.normalization === 'rms', 'RMS norms in place of layer norms'],
    [config.normalization === 'batch', 'batch norms in place of layer norms'],
    [!config.finalNorm, 'no norm before its head'],
    [!config.normFirst, 'norms after the sums'],
    [!config.scaledAttention, 'scores that are not divided'],
    [config.pool === 'meanAll', 'the mean of all tokens'],
  ];
  const torchvision: [boolean, string][] = [
    [config.distilled, 'a distillation token'],
    [config.layerScale !== null, 'LayerScale'],
    [config.patchNorm, 'a norm of the patches'],
    [config.pool === 'mean', 'the mean of the patches'],
    [!config.qkvBias, 'queries, keys and values without bias'],
    [config.activation !== 'gelu', `the activation ${config.activation}`],
    [config.numClasses === 0, 'no classes'],
  ];
  const checked = style === 'torchvision' ? [...both, ...torchvision] : both;
  return checked.filter(([found]) => found).map(([, what]) => `${style} has no model with ${what}`);
}
