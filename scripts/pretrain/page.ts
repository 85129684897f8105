/**
 * The browser's half of `npm run pretrain`: trains a recipe on WebGL and measures what it will write.
 *
 * The weights go through float16 and back before they are measured: the figures are those of the file.
 */
import { fusedLogits } from '../../src/lib/accelerated/fused/step.ts';
import { startBackend } from '../../src/lib/engine/backend.ts';
import { readTensor } from '../../src/lib/engine/read.ts';
import type { CheckpointData, CheckpointFigures } from '../../src/lib/io/checkpoint-card.ts';
import { decodeSafetensors, encodeSafetensors } from '../../src/lib/io/safetensors.ts';
import { exportStateDict, importStateDict } from '../../src/lib/io/state-dict.ts';
import { toArrays, toParameters } from '../../src/lib/io/tensors.ts';
import type { VitConfig } from '../../src/lib/model/config.ts';
import { countParameters } from '../../src/lib/model/parameters.ts';
import type { VitParameters } from '../../src/lib/model/vit.ts';
import type { Images } from '../../src/lib/training/dataset.ts';
import { evaluate } from '../../src/lib/training/observe.ts';
import { dataOf, trainImagesOf } from './data.ts';
import type { Recipe } from './recipes.ts';
import { train, type Progress } from './train.ts';

export interface Pretrained {
  /** The safetensors file, byte by byte. */
  bytes: number[];
  classNames: string[];
  data: CheckpointData;
  figures: CheckpointFigures;
  seconds: number;
}

declare global {
  interface Window {
    pretrain: (recipe: Recipe) => Promise<Pretrained>;
    /** Node's. */
    report: (progress: Progress) => void;
  }
}

window.pretrain = async (recipe) => {
  await startBackend(['webgl']);
  const { name, settings } = recipe;
  const { model } = settings;
  const data = await dataOf[name](recipe);
  let seconds = 0;
  const parameters = await train(settings, data.batch, (progress) => {
    seconds = progress.seconds;
    window.report(progress);
  });
  const bytes = await encoded(parameters, model);
  const measure = measureWith(decoded(bytes, model), model);
  const [trained, validation, test] = [
    await measure(await data.part('train')),
    await measure(await data.part('validation')),
    await measure(await data.part('test')),
  ];
  return {
    bytes: Array.from(bytes),
    classNames: data.classNames,
    data: {
      name: data.name,
      trainImages: trainImagesOf(name, settings),
      validationImages: validation.count,
      testImages: test.count,
      licence: data.licence,
    },
    figures: {
      trainLoss: trained.loss,
      trainLossImages: trained.count,
      validationLoss: validation.loss,
      validationAccuracy: validation.accuracy,
      testAccuracy: test.accuracy,
      parameters: countParameters(model),
      bytes: bytes.length,
    },
    seconds,
  };
};

async function encoded(parameters: VitParameters, model: VitConfig): Promise<Uint8Array> {
  const state = exportStateDict(await toArrays(parameters), model, 'timm');
  return encodeSafetensors(state, { type: 'F16', metadata: { format: 'pt' } });
}

function decoded(bytes: Uint8Array, model: VitConfig): VitParameters {
  return toParameters(importStateDict(decodeSafetensors(bytes).tensors, model, 'timm'), model);
}

function measureWith(parameters: VitParameters, model: VitConfig) {
  return async (images: Images) => {
    const totals = evaluate(parameters, images, model, fusedLogits);
    const [loss, accuracy] = await readTensor(totals);
    totals.dispose();
    return { loss: rounded(loss), accuracy: rounded(accuracy), count: images.count };
  };
}

/** Four digits after the point. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
