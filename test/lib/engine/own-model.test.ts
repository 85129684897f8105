/** The reader's own model: a run that lies in this device's storage, run by a chapter. */
import 'fake-indexeddb/auto';
import { tensor } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { forward } from '../../../src/lib/engine/computations/forward.ts';
import { openRuns } from '../../../src/lib/engine/runs/open-runs.ts';
import { toArrays } from '../../../src/lib/io/tensors.ts';
import type { WeightsChoice } from '../../../src/lib/model/checkpoint.ts';
import { initVit, vit } from '../../../src/lib/model/vit.ts';
import { evaluation } from '../../../src/lib/stages/mode.ts';
import { createRandom } from '../../../src/lib/tensors/random.ts';
import { savedRun } from '../../saved-runs.ts';
import '../../backend-cpu.ts';

const image = Float32Array.from({ length: 28 * 28 }, (_, i) => (i % 29) / 28);
const mine = (run?: string): WeightsChoice => ({
  kind: 'mine',
  seed: 1,
  architecture: 'garments',
  run,
});

test('is the kept run: its sizes, its classes and its weights', async () => {
  const { summary, state } = savedRun(3);
  const model = { ...summary.settings.model, patchSize: 7, depth: 1, numClasses: 2 };
  const written = initVit(model, createRandom(11));
  const { store } = await openRuns();
  await store.save({
    summary: { ...summary, settings: { ...summary.settings, model } },
    state: { ...state, parameters: await toArrays(written) },
  });

  const found = await forward({ weights: mine('one'), image });
  expect([found.config, found.classNames]).toEqual([model, ['T-shirt', 'trouser']]);
  const input = tensor(
    image.map((value) => 2 * value - 1),
    [1, 28, 28, 1],
  );
  const { logits } = vit(written, input, model, evaluation);
  expect([...found.trace['logits']!.values]).toEqual([...(await logits.data())]);
});

test('that is not there, or was never trained, is a sentence', async () => {
  await expect(forward({ weights: mine('gone'), image })).rejects.toThrow(
    'Nothing of the run gone is stored here.',
  );
  await expect(forward({ weights: mine(), image })).rejects.toThrow('train one in chapter 11');
});
