/** A small data set for tests, made of seeded noise whose brightness gives the class away. */
import type { DatasetLoader } from '../src/lib/engine/load-dataset.ts';
import type { DatasetManifest, Images, ShardEntry } from '../src/lib/training/dataset.ts';
import { createRandom } from '../src/lib/tensors/random.ts';
import { tinyVit } from '../src/lib/model/config.ts';
import { defaultSettings, type TrainingSettings } from '../src/lib/training/settings.ts';

const side = 8;

/** Settings small enough for hundreds of steps in a test. */
export const toySettings: TrainingSettings = {
  ...defaultSettings,
  model: { ...tinyVit, imageSize: side, numClasses: 4, embedDim: 8, depth: 1, numHeads: 2 },
  batchSize: 8,
  trainImages: 64,
  totalSteps: 300,
  learningRate: 2e-2,
  warmupSteps: 5,
};

export function toyLoader(): DatasetLoader {
  const entry = (file: string, count: number): ShardEntry => ({
    file,
    count,
    bytes: 1,
    sha256: '',
  });
  const manifest: DatasetManifest = {
    name: 'toy',
    imageSize: side,
    inChannels: 1,
    classNames: ['dark', 'dim', 'light', 'bright'],
    parts: {
      train: [entry('train-0', 40), entry('train-1', 24)],
      validation: [entry('validation-0', 32)],
      test: [entry('test-0', 8)],
    },
  };
  return {
    manifest,
    shard: async (part, index) => toyImages(manifest.parts[part][index]),
    async prefetch(count, onProgress) {
      for (let i = 0; i < count; i++) onProgress(i + 1, count);
    },
  };
}

function toyImages({ file, count }: ShardEntry): Images {
  const random = createRandom(9).fork(file);
  const pixels = new Uint8Array(count * side * side);
  const labels = Uint8Array.from({ length: count }, () => random.integer(4));
  for (let i = 0; i < pixels.length; i++)
    pixels[i] = 60 * labels[Math.floor(i / (side * side))] + random.integer(70);
  return { pixels, labels, count };
}
