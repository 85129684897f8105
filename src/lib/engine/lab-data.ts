/** What the lab trains on: batches in a fixed order, the validation images and a few of them to look at. */
import {
  concatImages,
  createSampler,
  type DatasetManifest,
  type Images,
  type Sampler,
} from '../training/dataset.ts';
import { blended } from '../training/images.ts';
import { augment } from '../training/augment.ts';
import { augmentationFor, backgroundOf } from '../training/augmentation.ts';
import { drawMixing, type Mixing } from '../training/mixup.ts';
import { createRandomNumbers } from '../tensors/random-numbers.ts';
import type { TrainingSettings } from '../training/settings.ts';
import type { DatasetLoader } from './load-dataset.ts';
import type { LabPictures } from './lab-protocol.ts';

/** How many validation images are shown with their predictions. */
export const galleryCount = 12;
/** Training images that are shown before and after augmentation. */
const shownPictures = 8;

export interface LabBatch {
  /** Augmented, but not mixed. */
  images: Images;
  /** How mixup blends them; null without mixup. */
  mixing: Mixing | null;
}

export interface LabData {
  manifest: DatasetManifest;
  validation: Images;
  /** The first validation images. */
  gallery: Images;
  epoch(step: number): number;
  /** The batch of a step, wholly determined by settings and step; waits for its shards. */
  batch(step: number): Promise<LabBatch>;
  /** The first pictures of the first batch, as they are and as the model sees them; null when that is the same. */
  augmented: { before: LabPictures; after: LabPictures } | null;
  /** All test images. */
  test(): Promise<Images>;
}

export async function prepareLabData(
  loader: DatasetLoader,
  settings: TrainingSettings,
): Promise<LabData> {
  const { manifest } = loader;
  const counts = shardCounts(manifest, settings.trainImages);
  const sampler = createSampler(counts, settings.batchSize, settings.seed);
  const original = (step: number) => gather(loader, sampler, step);
  const [validation] = await Promise.all([loader.shard('validation', 0), loader.shard('train', 0)]);
  return {
    manifest,
    validation,
    gallery: firstImages(validation, galleryCount),
    epoch: sampler.epoch,
    batch: async (step) => augmented(await original(step), step, settings),
    augmented: augmentedPictures(await original(0), settings),
    async test() {
      const shards = manifest.parts.test.map((_, index) => loader.shard('test', index));
      return concatImages(await Promise.all(shards));
    },
  };
}

/** The batch as the model sees it; the draws belong to seed and step, so that a run can resume anywhere. */
function augmented(images: Images, step: number, settings: TrainingSettings): LabBatch {
  const { augmentation } = augmentationFor(settings.data, settings.augmentation);
  const random = createRandomNumbers(settings.seed).fork('augmentation').fork(`step ${step}`);
  const { mixup } = augmentation;
  const mixing = mixup > 0 ? drawMixing(random.fork('mixup'), images.count, mixup) : null;
  const background = backgroundOf(settings.data);
  return { images: augment(images, settings.model, augmentation, random, background), mixing };
}

function augmentedPictures(before: Images, settings: TrainingSettings) {
  const { images, mixing } = augmented(before, 0, settings);
  if (images === before && !mixing) return null;
  const pixels = mixing ? Uint8Array.from(blended(images, mixing)) : images.pixels;
  const shown = (all: Images) => picturesOf(firstImages(all, shownPictures));
  return { before: shown(before), after: shown({ ...images, pixels }) };
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
    places.map(async ({ shard, index }) => imageAt(await loader.shard('train', shard), index)),
  );
  return concatImages(singles);
}

/** One of the images: a view, not a copy. */
export function imageAt({ pixels, labels, count }: Images, index: number): Images {
  const area = pixels.length / count;
  return {
    pixels: pixels.subarray(index * area, (index + 1) * area),
    labels: labels.subarray(index, index + 1),
    count: 1,
  };
}

export function picturesOf({ pixels, labels, count }: Images): LabPictures {
  return { pixels, labels: Array.from(labels), count };
}
