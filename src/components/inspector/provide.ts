/**
 * Where a page's values come from, asked for when an inspector first opens.
 *
 * `photograph` (chapters 1 to 3): the reader's picture in colour through a model with fresh weights. `model` (chapters 4
 * to 10): the page's shared forward pass. Both follow the reader's choice of picture and weights. `lab` (chapter 11): the
 * lab's model as it stands and the picture that is watched there; before the lab wakes, a garment through its default
 * model, untrained.
 */
import { effect, untracked } from '@preact/signals';
import { imageFloats } from '../../lib/images/floats.ts';
import { weightsWords } from '../../lib/model/checkpoint.ts';
import { tinyVit, type VitConfig } from '../../lib/model/config.ts';
import { forward, wantForward, type Forward } from '../model/shared-forward.ts';
import { outsideWords } from '../model/model-input.ts';
import { garments } from '../reader/catalogue.ts';
import { loadBundled } from '../reader/load-bundled.ts';
import { isInk, type ReaderImage } from '../reader/reader-image.ts';
import { image, wantImage } from '../reader/reader-state.ts';
import { runComputation } from '../widgets/engine/use-computation.ts';
import { followLab } from './lab-values.ts';
import { pageLab } from '../widgets/lab/page-lab.ts';
import { announceModel, publishRun, tellState, type ModelRun } from './symbol-values.ts';
import { symbolPaths } from './trace-map.ts';

export type PageModel = 'photograph' | 'model' | 'lab';

/** The weights' seed where they are fresh. */
const seed = 1;

/** Each begins to publish; `values` are those of all symbols of the book. */
const providers: Record<PageModel, (values: readonly string[]) => void> = {
  photograph(values) {
    const config: VitConfig = { ...tinyVit, imageSize: 112, patchSize: 16, inChannels: 3 };
    announceModel(config);
    void wantImage();
    effect(() => {
      const picture = image.value;
      if (picture) void trying(async () => publishRun(await freshRun(config, picture, values)));
    });
  },
  model(values) {
    wantForward();
    const parameters = values.filter((value) => value.startsWith('parameters.'));
    effect(() => {
      const pass = forward.value;
      void trying(() => publishForward(pass, parameters));
    });
  },
  lab(values) {
    announceModel(tinyVit);
    effect(() => {
      const store = pageLab.value;
      if (!store) return void trying(() => publishUntrained(values));
      tellState({ kind: 'computing' });
      return untracked(() => followLab(store, values));
    });
  },
};

let opened = false;

/** Once a page; later calls do nothing. */
export function provideValues(model: PageModel, values: readonly string[]): void {
  if (opened) return;
  opened = true;
  providers[model](values);
}

async function trying(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if ((error as Error).name !== 'SupersededError')
      tellState({ kind: 'failed', why: (error as Error).message });
  }
}

/** What stands where the lab has not been woken yet. */
async function publishUntrained(values: readonly string[]): Promise<void> {
  const run = await freshRun(tinyVit, await loadBundled(garments[0]!), values);
  if (!pageLab.peek()) publishRun(run);
}

/** A picture through fresh weights of a config. */
async function freshRun(
  config: VitConfig,
  picture: ReaderImage,
  values: readonly string[],
): Promise<ModelRun> {
  tellState({ kind: 'computing' });
  const { imageSize: size, inChannels } = config;
  const floats = imageFloats(picture, { size, channels: inChannels as 1 | 3 });
  const { result, backend, milliseconds } = await runComputation('symbols', 'symbolValues', () => ({
    image: floats as Float32Array<ArrayBuffer>,
    config,
    seed,
    paths: symbolPaths(values, config.depth),
  }));
  return {
    config,
    tensors: result!,
    picture: picture.name,
    pixels: [0, 1],
    ink: inChannels === 1 && isInk(picture),
    weights: `fresh weights, seed ${seed}`,
    computed: [backend!, `${Math.round(milliseconds!)} ms`],
  };
}

/** The page's shared pass, with those of its model's parameters that symbols stand for. */
async function publishForward(
  { state, result, input, failure, backend, milliseconds }: Forward,
  values: readonly string[],
): Promise<void> {
  if (state === 'failed') throw new Error(failure);
  if (state !== 'ready' || !result || !input) return tellState({ kind: 'computing' });
  const { weights, picture } = input;
  const named = await runComputation('symbols', 'modelParameters', () => ({ weights }));
  if (forward.peek().input !== input) return;
  const parameters = symbolPaths(values, result.config.depth).map(
    (path) => [path, named.result!.parameters[path.replace('parameters.', '')]!] as const,
  );
  publishRun({
    config: result.config,
    tensors: { ...result.trace, ...Object.fromEntries(parameters) },
    picture: outsideWords(input) ?? picture.name,
    pixels: [-1, 1],
    ink: result.config.inChannels === 1 && isInk(picture),
    weights: weightsWords(weights),
    computed: [backend!, `${Math.round(milliseconds!)} ms`],
  });
}
