/**
 * Values for pages that publish none: the reader's picture through a model with fresh weights, computed when an inspector
 * first opens and again whenever the picture changes.
 */
import { effect } from '@preact/signals';
import { imageFloats } from '../../lib/images/floats.ts';
import { tinyVit, type VitConfig } from '../../lib/model/config.ts';
import type { ReaderImage } from '../reader/reader-image.ts';
import { image, wantImage, weights } from '../reader/reader-state.ts';
import { announceModel, publishRun, tellState } from './symbol-values.ts';

/** What a page's figures are about: a photograph in colour (chapters 1 to 3), or the tiny model's own kind of picture. */
export type PageModel = 'photograph' | 'tiny';

const configs: Record<PageModel, VitConfig> = {
  photograph: { ...tinyVit, imageSize: 112, patchSize: 16, inChannels: 3 },
  tiny: tinyVit,
};

let asked = false;

/** The shapes at once; the values of all `paths` as soon as `run` is called. */
export function prepare(model: PageModel, paths: string[]): { run: () => void } {
  const config = configs[model];
  announceModel(config);
  return {
    run() {
      if (asked) return;
      asked = true;
      void wantImage();
      effect(() => {
        const [picture, { seed }] = [image.value, weights.value];
        if (picture) void compute(config, paths, picture, seed);
      });
    },
  };
}

async function compute(
  config: VitConfig,
  paths: string[],
  picture: ReaderImage,
  seed: number,
): Promise<void> {
  tellState({ kind: 'computing' });
  try {
    const { startEngine } = await import('../../lib/engine/client.ts');
    const engine = await startEngine();
    const { imageSize: size, inChannels } = config;
    const { result, milliseconds } = await engine.compute('symbols', 'symbolValues', {
      image: imageFloats(picture, {
        size,
        channels: inChannels as 1 | 3,
      }) as Float32Array<ArrayBuffer>,
      config,
      seed,
      paths,
    });
    publishRun({
      config,
      tensors: result,
      picture: picture.name,
      weights: `fresh weights, seed ${seed}`,
      computed: [engine.info.backend, `${Math.round(milliseconds)} ms`],
    });
  } catch (error) {
    if ((error as Error).name === 'SupersededError') return;
    tellState({ kind: 'failed', why: (error as Error).message });
  }
}
