/** What the lab trains on: batches in a fixed order, the validation images and a few of them to look at. */
import {
  concatImages,
  createSampler,
  type DatasetManifest,
  type Images,
  type Sampler,
} from '../training/dataset.ts';
import type { TrainingSettings } from '../training/settings.ts';
import type { DatasetLoader } from './load-dataset.ts';

/** How many validation images are shown with their predictions. */
export const galleryCount = 12;

export interface LabData {
  manifest: DatasetManifest;
  validation: Images;
  /** The first validation images. */
  gallery: Images;
  epoch(step: number): number;
  /** The batch of a step; waits for its shards. */
  batch(step: number): Promise<Images>;
}

export async function prepareLabData(
  loader: DatasetLoader,
  settings: TrainingSettings,
): Promise<LabData> {
  const { manifest } = loader;
  const counts = shardCounts(manifest, settings.trainImages);
  const sampler = createSampler(counts, settings.batchSize, settings.seed);
  const [validation] = await Promise.all([loader.shard('validation', 0), loader.shard('train', 0)]);
  return {
    manifest,
    validation,
    gallery: firstImages(validation, galleryCount),
    epoch: sampler.epoch,
    batch: (step) => gather(loader, sampler, step),
  };
}

/** Training images per shard when only the first `wanted` are used. */
export function shardCounts(manifest: DatasetManifest, wanted: number): number[] {
  let left = wanted;
  const counts: number[] = [];
  for (const { count } of manifest.parts.train) {
    if (left <= 0) break;
    counts.push(Math.min(count, left));
    left -= count;
  }
  return counts;
}

/** The first `count` images of a part. */
export function firstImages(images: Images, count: number): Images {
  const area = images.pixels.length / images.count;
  return {
    pixels: images.pixels.slice(0, count * area),
    labels: images.labels.slice(0, count),
    count: Math.min(count, images.count),
  };
}

async function gather(loader: DatasetLoader, sampler: Sampler, step: number): Promise<Images> {
  const places = sampler.batch(step);
  const singles = await Promise.all(
    places.map(async ({ shard, index }) => singleImage(await loader.shard('train', shard), index)),
  );
  return concatImages(singles);
}

function singleImage({ pixels, labels, count }: Images, index: number): Images {
  const area = pixels.length / count;
  return {
    pixels: pixels.subarray(index * area, (index + 1) * area),
    labels: labels.subarray(index, index + 1),
    count: 1,
  };
}
