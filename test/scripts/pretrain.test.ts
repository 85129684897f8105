import { expect, test } from 'vitest';
import { dataOf, withShuffledLabels } from '../../scripts/pretrain/data.ts';
import { controls, recipes } from '../../scripts/pretrain/recipes.ts';
import { toyLoader } from '../toy-dataset.ts';
import { shapesImages, shapesSeeds } from '../../src/lib/training/shapes.ts';

test('shuffled labels are the same labels on other images, in an order that the seed decides', async () => {
  const images = await toyLoader().shard('train', 0);
  const sorted = (labels: Uint8Array) => [...labels].sort();
  const [one, again, other] = [1, 1, 2].map((seed) => withShuffledLabels(images, seed));
  expect(one.pixels).toEqual(images.pixels);
  expect(one.labels).not.toEqual(images.labels);
  expect(sorted(one.labels)).toEqual(sorted(images.labels));
  expect(again.labels).toEqual(one.labels);
  expect(other.labels).not.toEqual(one.labels);
});

test('shapes are drawn anew for every step, and none of them is a validation or test picture', async () => {
  const settings = { ...recipes.shapes.settings, batchSize: 4 };
  const data = await dataOf.shapes({ ...recipes.shapes, settings });
  const measuredOn = Object.values(shapesSeeds).map((seed) => shapesImages(4, seed));
  const pictures = [data.batch(0), data.batch(1), ...measuredOn];
  const first = pictures.map(({ pixels, count }) => String(pixels.subarray(0, pixels.length / count))); // prettier-ignore
  expect(new Set(first).size).toBe(4);
  const measured = { ...settings, seed: shapesSeeds.test };
  await expect(dataOf.shapes({ ...recipes.shapes, settings: measured })).rejects.toThrow(
    'shapes: seed 1002 is that of the validation or test pictures',
  );
});

test('a control differs from its checkpoint’s recipe in what it is about alone', () => {
  const [without] = controls.withoutPositions.runs;
  const { settings, ...recipe } = recipes.shapes;
  const model = { ...settings.model, positionEmbedding: 'none' };
  expect(without).toEqual({ ...recipe, settings: { ...settings, model } });
  const runs = controls.shuffledLabels.runs.map(({ settings, ownLabels }) => ({
    seed: settings.seed,
    ownLabels,
    settings: { ...settings, seed: 0 },
  }));
  for (const { settings } of runs) expect(settings).toEqual(runs[0].settings);
  expect(runs.map(({ seed, ownLabels }) => `${seed} ${ownLabels}`)).toEqual(
    [1, 2, 3].flatMap((seed) => [`${seed} true`, `${seed} false`]),
  );
});
