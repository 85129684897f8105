/** Models by name: the sizes of the literature, and those of the documents that this site answers. */
import { tinyVit, validConfig, type VitConfig } from './config.ts';

export type VitSize = 'Ti' | 'S' | 'B' | 'L' | 'H';

type Size = Pick<VitConfig, 'embedDim' | 'depth' | 'numHeads' | 'mlpRatio'>;

/** Ti and S: Touvron et al. 2021, table 1. B, L and H: Dosovitskiy et al. 2021, table 1. */
export const vitSizes: Record<VitSize, Size> = {
  Ti: { embedDim: 192, depth: 12, numHeads: 3, mlpRatio: 4 },
  S: { embedDim: 384, depth: 12, numHeads: 6, mlpRatio: 4 },
  B: { embedDim: 768, depth: 12, numHeads: 12, mlpRatio: 4 },
  L: { embedDim: 1024, depth: 24, numHeads: 16, mlpRatio: 4 },
  H: { embedDim: 1280, depth: 32, numHeads: 16, mlpRatio: 4 },
};

export const presetPatchSizes = [14, 16, 32] as const;
export const presetImageSizes = [224, 384] as const;

export interface PresetChoice {
  size: VitSize;
  patchSize: number;
  imageSize?: number;
  numClasses?: number;
}

/** ViT-B/16 at 224 pixels: `preset({ size: 'B', patchSize: 16 })`. Throws a RangeError when P does not divide S. */
export function preset({
  size,
  patchSize,
  imageSize = 224,
  numClasses = 1000,
}: PresetChoice): VitConfig {
  const choice = { imageSize, patchSize, numClasses, inChannels: 3 };
  return validConfig({ ...tinyVit, ...vitSizes[size], ...choice });
}

export interface NamedModel {
  /** What it is, in words. */
  description: string;
  config: VitConfig;
}

const base = preset({ size: 'B', patchSize: 16 });

/** Models that public tutorials build, each as it stands there. */
export const tutorialModels = {
  replication: {
    description: 'ViT-B/16 with three classes, dropout of 0.1 after dense layers and positions',
    config: { ...base, numClasses: 3, dropRate: 0.1 },
  },
  encoderLayers: {
    description: 'Twelve nn.TransformerEncoderLayer(768, 8) as they come: post-norm, ReLU, 2048',
    config: {
      ...base,
      numHeads: 8,
      mlpRatio: 2048 / 768,
      activation: 'relu',
      normFirst: false,
      normEpsilon: 1e-5,
      finalNorm: false,
      dropRate: 0.1,
      attnDropRate: 0.1,
    },
  },
  largerImages: {
    description: 'ViT-B/16 for images of 384 pixels',
    config: preset({ size: 'B', patchSize: 16, imageSize: 384 }),
  },
  meanOfAllTokens: {
    description: 'ViT-B/16 with 8 heads and the mean of all tokens before the head',
    config: { ...base, numHeads: 8, pool: 'meanAll' },
  },
  distilled: {
    description: 'DeiT-B/16: a distillation token and its head',
    config: { ...base, distilled: true },
  },
} satisfies Record<string, NamedModel>;
