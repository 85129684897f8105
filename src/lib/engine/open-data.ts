/** Opens any of the lab's data sets as shards: from the site's files, drawn as they are needed, or the reader's own. */
import type { DatasetManifest, Images, PartName, ShardEntry } from '../training/dataset.ts';
import { concatImages } from '../training/dataset.ts';
import { shapesTaskOf, type DataName } from '../training/data-sets.ts';
import {
  dealDrawings,
  drawingShape,
  drawingsByClass,
  drawingsProblem,
  type DrawingCollection,
} from '../training/drawings.ts';
import type { ImageShape } from '../training/images.ts';
import {
  shapes,
  shapesImages,
  shapesSeeds,
  shapesTasks,
  type ShapesTaskName,
} from '../training/shapes.ts';
import { createLoader, openDataset, type DatasetLoader } from './load-dataset.ts';

/**
 * The data set of that name; `drawings` is asked for only when it is theirs.
 *
 * @throws Error in a sentence when its files cannot be had or there are too few drawings.
 */
export async function openData(
  data: DataName,
  baseUrl: string,
  drawings: () => Promise<DrawingCollection>,
): Promise<DatasetLoader> {
  const task = shapesTaskOf(data);
  if (task) return openShapes(task);
  if (data === 'drawings') return openDrawings(await drawings());
  return openDataset(`${baseUrl}data/fashion-mnist/`);
}

/** Pictures of Shapes in each part, in a shard, and made before the worker turns to whatever else there is to do. */
const counts: Record<PartName, number> = { train: 60_000, validation: 1000, test: 2000 };
const shardCount = 500;
const sliceCount = 25;
/** Of each part's pictures: no two parts have one. */
const seeds: Record<PartName, number> = { train: 1, ...shapesSeeds };

/** Shapes with one of its questions: each shard is drawn when it is first asked for. */
function openShapes(task: ShapesTaskName): DatasetLoader {
  const { name, imageSize, inChannels } = shapes;
  const entries = (part: PartName): ShardEntry[] => {
    const size = part === 'train' ? shardCount : counts[part];
    return Array.from({ length: counts[part] / size }, (_, index) =>
      madeEntry(`${part}-${index}`, size, shapes),
    );
  };
  const manifest = {
    name,
    imageSize,
    inChannels,
    classNames: shapesTasks[task].classNames,
    parts: inParts(entries),
  };
  return createLoader(manifest, async (part, index) => {
    const { count } = manifest.parts[part][index];
    const slices: Images[] = [];
    for (let first = index * count; first < (index + 1) * count; first += sliceCount) {
      slices.push(shapesImages(sliceCount, seeds[part], { task, first }));
      await otherWork();
    }
    return concatImages(slices);
  });
}

/** Lets messages and training steps through. */
const otherWork = () => new Promise<void>((resolve) => setTimeout(resolve));

/** The reader's drawings, one shard for each part that has any. */
function openDrawings(collection: DrawingCollection): DatasetLoader {
  const problem = drawingsProblem(collection);
  if (problem) throw new Error(problem);
  const images = dealDrawings(collection);
  const manifest: DatasetManifest = {
    name: 'Your drawings',
    ...drawingShape,
    classNames: [...drawingsByClass(collection).keys()],
    parts: inParts((part) => {
      const { count } = images[part];
      return count === 0 ? [] : [madeEntry(`${part}-0`, count, drawingShape)];
    }),
  };
  return createLoader(manifest, async (part) => images[part]);
}

function inParts(entries: (part: PartName) => ShardEntry[]): DatasetManifest['parts'] {
  return { train: entries('train'), validation: entries('validation'), test: entries('test') };
}

/** A shard that no file holds. */
function madeEntry(file: string, count: number, { imageSize, inChannels }: ImageShape): ShardEntry {
  return { file, count, bytes: count * imageSize ** 2 * inChannels };
}
