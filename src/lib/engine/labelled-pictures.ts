/** Labelled pictures of a model's own kind that it was not trained on: what a head of one's own can be trained with. */
import type { CheckpointName } from '../model/checkpoint.ts';
import { decodeShard, type DatasetManifest, type Images } from '../training/dataset.ts';
import { shapesImages } from '../training/shapes.ts';
import { siteFile } from './files.ts';

/** No training begins with it. */
const shapesSeed = 30_301;
const folder = 'data/fashion-mnist/';

const sources: Record<CheckpointName, (count: number) => Promise<Images>> = {
  garments: async (count) => first(await validationShard(), count),
  shapes: async (count) => shapesImages(count, shapesSeed),
};

/** The first `count` of them. @throws Error in a sentence when they do not arrive or are too few. */
export function labelledPictures(kind: CheckpointName, count: number): Promise<Images> {
  return sources[kind](count);
}

async function validationShard(): Promise<Images> {
  const text = new TextDecoder().decode(await siteFile(`${folder}manifest.json`));
  const manifest = JSON.parse(text) as DatasetManifest;
  const entry = manifest.parts.validation[0]!;
  const packed = new Blob([await siteFile(folder + entry.file)]).stream();
  const unpacked = new Response(packed.pipeThrough(new DecompressionStream('gzip')));
  return decodeShard(new Uint8Array(await unpacked.arrayBuffer()), entry, manifest);
}

function first({ pixels, labels, count: all }: Images, count: number): Images {
  if (count > all) throw new RangeError(`pictures: ${count} are wanted, there are ${all}`);
  const area = pixels.length / all;
  return { pixels: pixels.subarray(0, count * area), labels: labels.subarray(0, count), count };
}
