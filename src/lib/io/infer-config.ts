/** The config of a checkpoint, read off the shapes of its tensors. */
import { tinyVit, validConfig, type VitConfig } from '../model/config.ts';
import { nameThere, styleOf, type NameStyle } from './names.ts';
import type { StoredTensor } from './safetensors.ts';

export interface Inferred {
  config: VitConfig;
  style: NameStyle;
}

/**
 * Everything but the number of heads follows from shapes; heads are taken to be `headWidth` wide, 64 in every published
 * ViT. Throws an Error in plain words for a file that is no ViT of timm's or torchvision's.
 */
export function inferConfig(tensors: Map<string, StoredTensor>, headWidth = 64): Inferred {
  const style = styleOf(tensors.keys());
  if (style === null)
    throw new Error('These are not the weights of a ViT under timm’s or torchvision’s names: neither patch_embed.proj.weight nor conv_proj.weight is there.'); // prettier-ignore
  const shapeOf = (ours: string) => shapeUnder(tensors, ours, style);
  const [embedDim, inChannels, patchSize] = needed('patchEmbedding.weight', shapeOf, 4);
  if (embedDim % headWidth !== 0)
    throw new Error(`The weights do not say how many heads their model has, and its width ${embedDim} is no multiple of ${headWidth}.`); // prettier-ignore
  const [, tokens] = needed('positions', shapeOf, 3);
  const [hidden] = needed('blocks.0.mlp.expand.weight', shapeOf, 2);
  const distilled = shapeOf('distillationToken') !== null;
  const side = Math.sqrt(tokens - (distilled ? 2 : 1));
  const config: VitConfig = {
    ...tinyVit,
    imageSize: side * patchSize,
    patchSize,
    inChannels,
    embedDim,
    numClasses: shapeOf('head.classifier.weight')?.[0] ?? 0,
    depth: depthOf(shapeOf),
    numHeads: embedDim / headWidth,
    mlpRatio: hidden / embedDim,
    qkvBias: shapeOf('blocks.0.attention.qkv.bias') !== null,
    normalization: shapeOf('blocks.0.norm1.running.mean') === null ? 'layer' : 'batch',
    pool: tensors.has('fc_norm.weight') ? 'mean' : 'token',
    patchNorm: shapeOf('patchEmbedding.norm.weight') !== null,
    distilled,
    layerScale: shapeOf('blocks.0.scale1') === null ? null : 1e-5,
    representationSize: shapeOf('head.preLogits.weight')?.[0] ?? null,
  };
  return { config: validConfig(config), style };
}

type ShapeOf = (ours: string) => number[] | null;

function shapeUnder(
  tensors: Map<string, StoredTensor>,
  ours: string,
  style: NameStyle,
): number[] | null {
  return tensors.get(nameThere(ours, style, tinyVit) ?? '')?.shape ?? null;
}

function needed(ours: string, shapeOf: ShapeOf, rank: number): number[] {
  const shape = shapeOf(ours);
  if (shape === null || shape.length !== rank)
    throw new Error(`The weights of a ViT have ${ours} with ${rank} axes; here it is ${shape ? `[${shape.join(', ')}]` : 'missing'}.`); // prettier-ignore
  return shape;
}

function depthOf(shapeOf: ShapeOf): number {
  let depth = 0;
  while (shapeOf(`blocks.${depth}.norm1.weight`) !== null) depth++;
  return depth;
}
