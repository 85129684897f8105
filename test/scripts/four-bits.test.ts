/** What the site says of garments at 4 bits a pixel is what the bytes and the bundled checkpoint give. */
import '../backend-cpu.ts';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { FourBits } from '../../scripts/four-bits.ts';
import { firstImages } from '../../src/lib/engine/lab-data.ts';
import type { ModelCard } from '../../src/lib/io/checkpoint-card.ts';
import { decodeSafetensors } from '../../src/lib/io/safetensors.ts';
import { importStateDict } from '../../src/lib/io/state-dict.ts';
import { toParameters } from '../../src/lib/io/tensors.ts';
import { decodeShard, type DatasetManifest } from '../../src/lib/training/dataset.ts';
import { toFourBits } from '../../src/lib/training/four-bits.ts';
import { evaluate } from '../../src/lib/training/observe.ts';

const json = <Type>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as Type;
const said = json<FourBits>('content/four-bits.json');
const card = json<ModelCard>('public/checkpoints/garments.json');
const folder = 'public/data/fashion-mnist';

/** Images enough for an answer within a few seconds, and the limit for a machine that is busy, milliseconds. */
const [subset, patience] = [50, 120_000];

describe('garments at 4 bits a pixel', () => {
  test('are told as at 8: any difference lies within two standard errors of the paired comparison', () => {
    for (const { images, eightBits, fourBits, otherAnswers } of [said.validation, said.test]) {
      const standardError = Math.sqrt(otherAnswers) / images;
      expect(Math.abs(fourBits.accuracy - eightBits.accuracy)).toBeLessThanOrEqual(2 * standardError); // prettier-ignore
      expect(otherAnswers / images).toBeLessThan(0.02);
    }
    expect(Math.abs(said.test.fourBits.accuracy - said.test.eightBits.accuracy)).toBeLessThan(5e-3);
  });

  test('were measured on the images and the checkpoint that the site carries', () => {
    expect(said.checkpoint).toBe(card.name);
    expect([said.validation.images, said.test.images]).toEqual([1000, 10_000]);
    expect(Math.abs(said.validation.eightBits.accuracy - card.figures.validationAccuracy)).toBeLessThan(2e-3); // prettier-ignore
    expect(said.recorded.command).toBe('npm run data -- --check');
    expect(said.recorded.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(said.recorded.machine).not.toBe('');
  });

  test(
    'give the accuracy that the file says, within three standard errors and one image, either way',
    { timeout: patience },
    async () => {
      const manifest = json<DatasetManifest>(`${folder}/manifest.json`);
      const [entry] = manifest.parts.validation;
      const shard = gunzipSync(readFileSync(`${folder}/${entry.file}`));
      const images = firstImages(decodeShard(shard, entry, manifest), subset);
      const { tensors } = decodeSafetensors(
        new Uint8Array(readFileSync(`public/checkpoints/${card.file}`)),
      );
      const parameters = toParameters(importStateDict(tensors, card.model, 'timm'), card.model);
      const right = async (pixels: Uint8Array) =>
        (await evaluate(parameters, { ...images, pixels }, card.model).data())[1];
      const [eight, four] = [await right(images.pixels), await right(toFourBits(images.pixels))];
      for (const [found, { accuracy }] of [
        [eight, said.validation.eightBits],
        [four, said.validation.fourBits],
      ] as const) {
        const standardError = Math.sqrt((accuracy * (1 - accuracy)) / subset);
        expect(Math.abs(found - accuracy)).toBeLessThanOrEqual(3 * standardError + 1 / subset);
      }
      expect(Math.abs(four - eight)).toBeLessThanOrEqual(2 / subset);
    },
  );
});
