/** Exported runs of several configs: unpacked by Python, and checked by the script that came with them. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NameStyle } from '../src/lib/io/names.ts';
import { exportRun } from '../src/lib/io/run-bundle.ts';
import { toParameters } from '../src/lib/io/tensors.ts';
import type { VitConfig } from '../src/lib/model/config.ts';
import { vit } from '../src/lib/model/vit.ts';
import { evaluation } from '../src/lib/stages/mode.ts';
import { createRandomNumbers } from '../src/lib/tensors/random-numbers.ts';
import type { DataName } from '../src/lib/training/data-sets.ts';
import { settingsFor } from '../src/lib/training/flat-settings.ts';
import { imageTensor } from '../src/lib/training/images.ts';
import { madeRun } from '../test/lib/io/made-run.ts';

interface Bundle {
  name: string;
  change: Partial<VitConfig>;
  data?: DataName;
  names?: NameStyle;
}

const bundles: Bundle[] = [
  { name: 'default', change: {} },
  { name: 'default, torchvision’s names', change: {}, names: 'torchvision' },
  { name: 'no positions', change: { positionEmbedding: 'none' } },
  { name: 'sines, one table', change: { positionEmbedding: 'sinusoidal' }, names: 'torchvision' },
  { name: 'sines, timing signal', change: { positionEmbedding: 'timingSignal', embedDim: 36 } },
  { name: 'sines over the grid, Shapes', change: { positionEmbedding: 'sinusoidal2d' }, data: 'shapes-relation' }, // prettier-ignore
  { name: 'sines over the grid, MAE, mean of the patches', change: { positionEmbedding: 'sinusoidal2dMae', pool: 'mean' } }, // prettier-ignore
  { name: 'post-norm, ReLU, no final norm', change: { normFirst: false, activation: 'relu', finalNorm: false, normEpsilon: 1e-5 } }, // prettier-ignore
  { name: 'no division of the scores, tanh GELU', change: { scaledAttention: false, activation: 'geluTanh' } }, // prettier-ignore
  { name: 'RMS norm, mean of all tokens', change: { normalization: 'rms', pool: 'meanAll' } },
  { name: 'DeiT, LayerScale, Shapes', change: { distilled: true, layerScale: 0.1, positionEmbedding: 'sinusoidal2d' }, data: 'shapes-position' }, // prettier-ignore
  { name: 'pre-logits, q, k and v apart', change: { representationSize: 24, separateQkv: true, patchProjection: 'convolution' }, names: 'torchvision' }, // prettier-ignore
  { name: 'a norm of the patches, no qkv bias, 3 heads', change: { patchNorm: true, qkvBias: false, numHeads: 3, embedDim: 48, mlpRatio: 1.5 } }, // prettier-ignore
];

const count = 4;

function zipOf({ change, data = 'garments', names = 'timm' }: Bundle, seed: number): Uint8Array {
  const settings = settingsFor(data);
  const config = { ...settings.model, ...change };
  const run = madeRun({ ...settings, model: config }, seed);
  const random = createRandomNumbers(seed);
  const area = config.imageSize ** 2 * config.inChannels;
  const pixels = Uint8Array.from({ length: count * area }, () => random.integer(256));
  const images = imageTensor(pixels, count, config);
  const { logits } = vit(toParameters(run.state.parameters, config), images, config, evaluation);
  const samples = { pixels, count, logits: Float32Array.from(logits.dataSync()) };
  return exportRun(run, samples, names);
}

/** Whether every script finds its logits again; the last line that each prints is shown. */
export function bundlesHold(python: string, folder: string): boolean {
  return bundles
    .map((bundle, index) => {
      const [zip, place] = [join(folder, `run-${index}.zip`), join(folder, `run-${index}`)];
      writeFileSync(zip, zipOf(bundle, index + 1));
      const unpacked = spawnSync(python, ['-m', 'zipfile', '-e', zip, place]);
      const ran = spawnSync(python, [join(place, 'run.py')], { encoding: 'utf8' });
      const good = unpacked.status === 0 && ran.status === 0;
      const said = good ? ran.stdout.trim().split('\n').at(-1) : ran.stdout + ran.stderr;
      console.log(`${good ? 'ok  ' : 'FAIL'} exported run, ${bundle.name}: ${said}`);
      return good;
    })
    .every(Boolean);
}
