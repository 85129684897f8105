/** What a recipe trains and is measured on. */
import { openDataset } from '../../src/lib/engine/load-dataset.ts';
import { firstImages, imageAt, shardCounts } from '../../src/lib/engine/lab-data.ts';
import type { CheckpointName } from '../../src/lib/model/checkpoint.ts';
import { createRandomNumbers } from '../../src/lib/tensors/random-numbers.ts';
import {
  concatImages,
  createSampler,
  type Images,
  type PartName,
} from '../../src/lib/training/dataset.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';
import { shapes, shapesImages, shapesSeeds } from '../../src/lib/training/shapes.ts';
import type { Recipe } from './recipes.ts';

export interface RecipeData {
  name: string;
  classNames: string[];
  licence: string;
  /** The images of a step, counted from 0. */
  batch(step: number): Images;
  /** What is measured in the end; of the training images only the first. */
  part(name: PartName): Promise<Images>;
}

export const dataOf: Record<CheckpointName, (recipe: Recipe) => Promise<RecipeData>> = {
  garments: garmentsData,
  shapes: shapesData,
};

async function garmentsData({ settings, ownLabels }: Recipe): Promise<RecipeData> {
  const loader = await openDataset('/data/fashion-mnist/');
  const counts = shardCounts(loader.manifest, settings.trainImages);
  const shards = await Promise.all(counts.map((_, shard) => loader.shard('train', shard)));
  const train = shards.map((shard, index) => {
    const used = firstImages(shard, counts[index]);
    return ownLabels ? used : withShuffledLabels(used, settings.seed);
  });
  const sampler = createSampler(counts, settings.batchSize, settings.seed);
  return {
    ...loader.manifest,
    licence: 'MIT',
    batch: (step) =>
      concatImages(sampler.batch(step).map(({ shard, index }) => imageAt(train[shard], index))),
    part: async (name) => (name === 'train' ? train[0] : loader.shard(name, 0)),
  };
}

/** The same labels, handed to the images at random. */
export function withShuffledLabels({ pixels, labels, count }: Images, seed: number): Images {
  const order = createRandomNumbers(seed).fork('shuffled labels').permutation(count);
  return { pixels, labels: Uint8Array.from(order, (from) => labels[from]), count };
}

const shapesCounts: Record<PartName, number> = { train: 1000, validation: 1000, test: 2000 };

async function shapesData({ settings: { batchSize, seed } }: Recipe): Promise<RecipeData> {
  if (Object.values(shapesSeeds).includes(seed))
    throw new RangeError(`shapes: seed ${seed} is that of the validation or test pictures`);
  return {
    ...shapes,
    licence: 'MIT',
    batch: (step) => shapesImages(batchSize, seed, { first: step * batchSize }),
    part: async (name) => shapesImages(shapesCounts[name], { train: seed, ...shapesSeeds }[name]),
  };
}

/** Training images that a run draws from. */
export function trainImagesOf(name: CheckpointName, settings: TrainingSettings): number {
  return name === 'shapes' ? settings.batchSize * settings.totalSteps : settings.trainImages;
}
