/** The checkpoints that the site carries are what their cards say, and learned what the site says that they learned. */
import '../../backend-cpu.ts';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ControlResults } from '../../../scripts/pretrain/controls.ts';
import { firstImages } from '../../../src/lib/engine/lab-data.ts';
import type { ModelCard } from '../../../src/lib/io/checkpoint-card.ts';
import { inferConfig } from '../../../src/lib/io/infer-config.ts';
import { decodeSafetensors } from '../../../src/lib/io/safetensors.ts';
import { importStateDict } from '../../../src/lib/io/state-dict.ts';
import { toParameters } from '../../../src/lib/io/tensors.ts';
import {
  checkpointInputs,
  checkpointNames,
  type CheckpointName,
} from '../../../src/lib/model/checkpoint.ts';
import { patchCount } from '../../../src/lib/model/config.ts';
import { countParameters } from '../../../src/lib/model/parameters.ts';
import { decodeShard, type DatasetManifest, type Images } from '../../../src/lib/training/dataset.ts'; // prettier-ignore
import { evaluate } from '../../../src/lib/training/observe.ts';
import { shapes, shapesImages, shapesSeeds } from '../../../src/lib/training/shapes.ts';

const json = <Type>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as Type;
const cardOf = (name: CheckpointName) => json<ModelCard>(`public/checkpoints/${name}.json`);
const fileOf = (name: CheckpointName) =>
  new Uint8Array(readFileSync(`public/checkpoints/${cardOf(name).file}`));

/** Images enough for an answer within a few seconds, and the limit for a machine that is busy, milliseconds. */
const [subset, patience] = [100, 120_000];

function garmentsImages(): Images {
  const folder = 'public/data/fashion-mnist';
  const manifest = json<DatasetManifest>(`${folder}/manifest.json`);
  const entry = manifest.parts.validation[0];
  const shard = gunzipSync(readFileSync(`${folder}/${entry.file}`));
  return firstImages(decodeShard(shard, entry, manifest), subset);
}

const validationImages: Record<CheckpointName, () => Images> = {
  garments: garmentsImages,
  shapes: () => shapesImages(subset, shapesSeeds.validation),
};

describe.each(checkpointNames)('the checkpoint %s', (name) => {
  const card = cardOf(name);
  const file = fileOf(name);
  const { tensors } = decodeSafetensors(file);

  test('is the model of its card, under timm’s names, in float16', () => {
    expect(card).toMatchObject({ name, file: `${name}.safetensors` });
    expect(card.model).toMatchObject(checkpointInputs[name]);
    expect(card.model.numClasses).toBe(card.classNames.length);
    expect(patchCount(card.model)).toBeGreaterThanOrEqual(49);
    expect(card.figures).toMatchObject({
      bytes: file.length,
      parameters: countParameters(card.model),
    });
    const headWidth = card.model.embedDim / card.model.numHeads;
    expect(inferConfig(tensors, headWidth)).toEqual({
      config: card.model,
      style: 'timm',
    });
    for (const { type } of tensors.values()) expect(type).toBe('F16');
  });

  test(
    'answers as often right as its card says, within three standard errors and one image',
    async () => {
      const parameters = toParameters(importStateDict(tensors, card.model, 'timm'), card.model);
      const images = validationImages[name]();
      const [, accuracy] = await evaluate(parameters, images, card.model).data();
      const { validationAccuracy: said } = card.figures;
      const standardError = Math.sqrt((said * (1 - said)) / images.count);
      expect(Math.abs(accuracy - said)).toBeLessThanOrEqual(3 * standardError + 1 / images.count);
    },
    patience,
  );

  test('says how, when and where it was trained', () => {
    const { command, date, machine, seconds } = card.recorded;
    expect(command).toBe(`npm run pretrain -- ${name}`);
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(machine).not.toBe('');
    expect(seconds).toBeGreaterThan(0);
  });
});

test('the checkpoints together are small enough to be fetched on a whim', () => {
  const sizes = checkpointNames.map((name) => fileOf(name).length);
  for (const size of sizes) expect(size).toBeLessThanOrEqual(300_000);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(500_000);
});

describe('what they learned', () => {
  const controls = json<ControlResults>('content/checkpoints.json');

  test('garments: at least 82 in 100 validation images are told right', () => {
    expect(cardOf('garments').figures.validationAccuracy).toBeGreaterThanOrEqual(0.82);
  });

  test('shapes: at least 90 in 100 with positions, at most 5 points over chance without', () => {
    const { model, settings, figures } = cardOf('shapes');
    expect(model.positionEmbedding).toBe('learned');
    expect(figures.validationAccuracy).toBeGreaterThanOrEqual(0.9);
    for (const run of controls.withoutPositions.runs) {
      const { batchSize } = settings;
      expect(run).toMatchObject({ recipe: 'shapes', positions: 'none', batchSize });
      expect(run.totalSteps).toBeGreaterThanOrEqual(settings.totalSteps / 2);
      expect(run.validationAccuracy).toBeLessThanOrEqual(1 / shapes.classNames.length + 0.05);
    }
  });

  test('positions: those of one row or column grow alike, more so than with shuffled labels', () => {
    const { runs } = controls.shuffledLabels;
    for (const seed of [1, 2, 3]) {
      const contrast = [true, false].map((own) => {
        const run = runs.find((one) => one.seed === seed && one.ownLabels === own)!;
        return run.positionCosines!.sameLine - run.positionCosines!.others;
      });
      expect(contrast[0]).toBeGreaterThan(contrast[1]);
    }
  });
});
