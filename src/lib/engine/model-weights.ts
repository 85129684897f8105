/** The models whose weights a computation may ask for; the last few stay on the device. */
import { decodeSafetensors } from '../io/safetensors.ts';
import { importStateDict } from '../io/state-dict.ts';
import { toParameters } from '../io/tensors.ts';
import {
  weightsKey,
  type CheckpointCard,
  type CheckpointName,
  type WeightsChoice,
} from '../model/checkpoint.ts';
import { initVit } from '../model/vit.ts';
import { createRandom } from '../tensors/random.ts';
import { release, scoped } from '../tensors/scope.ts';
import { siteFile } from './files.ts';
import type { LoadedModel } from './loaded-model.ts';
import { ownModel } from './own-model.ts';

const kept = new Map<string, LoadedModel>();
const mostKept = 3;

/** The model with the chosen weights. @throws Error in a sentence when they cannot be had. */
export async function modelWith(choice: WeightsChoice): Promise<LoadedModel> {
  const key = weightsKey(choice);
  const found = kept.get(key) ?? (await load(choice));
  kept.delete(key);
  kept.set(key, found); // the newest stands last
  forgetOldest();
  return found;
}

function forgetOldest(): void {
  for (const [key, { parameters }] of kept) {
    if (kept.size <= mostKept) return;
    kept.delete(key);
    release(parameters);
  }
}

async function load({ kind, seed, architecture, run }: WeightsChoice): Promise<LoadedModel> {
  if (kind === 'mine') return ownModel(run);
  if (kind !== 'random') return loadCheckpoint(kind);
  const { model, classNames } = await cardOf(architecture);
  const parameters = scoped(() => initVit(model, createRandom(seed)));
  return { config: model, classNames, parameters };
}

async function loadCheckpoint(name: CheckpointName): Promise<LoadedModel> {
  const { file, model, classNames } = await cardOf(name);
  const { tensors } = decodeSafetensors(await siteFile(`checkpoints/${file}`));
  const arrays = importStateDict(tensors, model, 'timm');
  return { config: model, classNames, parameters: scoped(() => toParameters(arrays, model)) };
}

async function cardOf(name: CheckpointName): Promise<CheckpointCard> {
  const bytes = await siteFile(`checkpoints/${name}.json`);
  return JSON.parse(new TextDecoder().decode(bytes)) as CheckpointCard;
}
