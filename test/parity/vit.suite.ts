/** A small whole model against torchvision, on whichever backend is current. */
import { tensor1d } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import type { VitConfig } from '../../src/lib/model/config.ts';
import { flattenParameters, replaceParameters } from '../../src/lib/model/parameters.ts';
import { initVit, vit } from '../../src/lib/model/vit.ts';
import { evaluation } from '../../src/lib/stages/mode.ts';
import { createRandom } from '../../src/lib/tensors/random.ts';
import { crossEntropy } from '../../src/lib/training/loss.ts';
import { lossAndGradients } from '../../src/lib/training/step.ts';
import fixture from '../fixtures/vit.json' with { type: 'json' };
import { fixtureTensor, scaledError, type FixtureTensor } from './fixture.ts';

const forwardTolerance = 5e-6;
const gradientTolerance = 2e-5;
const config = fixture.config as VitConfig;

/** The fixture's weights in a record of our own making, so that names and order are checked too. */
function fixtureParameters() {
  const fresh = initVit(config, createRandom(1));
  const given = fixture.parameters as Record<string, FixtureTensor>;
  const names = flattenParameters(fresh).map(({ name }) => name);
  expect(names).toEqual(Object.keys(given));
  return replaceParameters(
    fresh,
    names.map((name) => fixtureTensor(given[name])),
  );
}

export function vitParity(): void {
  describe('a small ViT equals torchvision', () => {
    const images = () => fixtureTensor(fixture.images);
    const labels = () => tensor1d(fixture.labels, 'int32');

    test('logits and loss', async () => {
      const { logits } = vit(fixtureParameters(), images(), config, evaluation);
      expect(await scaledError(logits, fixture.logits)).toBeLessThan(forwardTolerance);
      const { loss } = crossEntropy(logits, labels());
      expect(await scaledError(loss, fixture.loss)).toBeLessThan(forwardTolerance);
    });

    test('the gradient of every parameter', async () => {
      const parameters = fixtureParameters();
      const batch = { images: images(), labels: labels() };
      const { gradients } = lossAndGradients(parameters, batch, { model: config }, createRandom(1));
      const expected = fixture.gradients as Record<string, FixtureTensor>;
      for (const [index, { name }] of flattenParameters(parameters).entries()) {
        const error = await scaledError(gradients[index], expected[name]);
        expect(error, name).toBeLessThan(gradientTolerance);
      }
    });
  });
}
