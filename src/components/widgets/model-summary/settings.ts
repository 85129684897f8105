/** The models whose layers can be listed, and what can be changed of them. */
import { tinyVit, type VitConfig } from '../../../lib/model/config.ts';
import {
  presetImageSizes,
  presetPatchSizes,
  tutorialModels,
  vitSizes,
  type NamedModel,
  type VitSize,
} from '../../../lib/model/presets.ts';

export interface SummarySettings {
  /** A size of the literature (`B`), or the name of a model that stands as it is. */
  model: string;
  /** P and S: of the sizes only. */
  patchSize: number;
  imageSize: number;
  /** NaN until a number is typed. */
  numClasses: number;
  batchSize: number;
  /** Only the head is trained. */
  frozen: boolean;
}

export const defaults: SummarySettings = {
  model: 'B',
  patchSize: 16,
  imageSize: 224,
  numClasses: 1000,
  batchSize: 1,
  frozen: false,
};

export const patchSizes = presetPatchSizes;
export const imageSizes = presetImageSizes;

/** Models that are listed as they stand, in words for the choice. */
export const fixedModels: Record<string, NamedModel> = {
  'this book’s garments model': {
    description: 'The model of chapters 4 to 11, on garments of 28 × 28',
    config: tinyVit,
  },
  'a replication, three classes': tutorialModels.replication,
  'images of 384 pixels': tutorialModels.largerImages,
  'a framework’s encoder layers': tutorialModels.encoderLayers,
  'mean of all tokens, 8 heads': tutorialModels.meanOfAllTokens,
  'DeiT, distilled': tutorialModels.distilled,
};

export const sizeNames: Record<string, string> = Object.fromEntries(
  Object.keys(vitSizes).map((size) => [size, `ViT-${size}`]),
);

export const isSize = (model: string): model is VitSize => model in vitSizes;

/** The config as chosen; it may be impossible. */
export function chosenConfig(settings: SummarySettings): VitConfig {
  const { model, patchSize, imageSize, numClasses } = settings;
  if (!isSize(model)) return fixedModels[model]!.config;
  const choice = { patchSize, imageSize, numClasses, inChannels: 3 };
  return { ...tinyVit, ...vitSizes[model], ...choice };
}

/** "ViT-B/16 at 224 pixels", or what the model is in words. */
export function modelWords(settings: SummarySettings): string {
  const { model, patchSize, imageSize } = settings;
  if (!isSize(model)) return fixedModels[model]!.description;
  return `ViT-${model}/${patchSize} at ${imageSize} pixels`;
}

/** Which layers are not trained. */
export const isFrozen =
  ({ frozen }: SummarySettings) =>
  (name: string): boolean =>
    frozen && !name.startsWith('head');
