/** Exported runs of several configs, for `test/torch/bundles.py` to unpack and to run the script of each. */
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
  /** The name of the run and of its first class. */
  title?: string;
  /** Added to one logit: the script must notice. */
  wrong?: number;
}

const hostile = `"""'; import os; raise SystemExit(7) #\n{x}%s\u2028\u202e\0\ud800 👟 \\`;

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
  { name: 'names that look like code', change: { depth: 1 }, title: hostile },
  { name: 'a logit that is off by a hundredth', change: { depth: 1 }, wrong: 1e-2 },
];

const count = 4;

function zipOf(bundle: Bundle, seed: number): Uint8Array {
  const { change, data = 'garments', names = 'timm', title, wrong = 0 } = bundle;
  const settings = settingsFor(data);
  const config = { ...settings.model, ...change };
  const run = madeRun({ ...settings, model: config }, seed);
  if (title) run.summary = { ...run.summary, name: title, classNames: run.summary.classNames.fill(title, 0, 1) }; // prettier-ignore
  const random = createRandomNumbers(seed);
  const area = config.imageSize ** 2 * config.inChannels;
  const pixels = Uint8Array.from({ length: count * area }, () => random.integer(256));
  const images = imageTensor(pixels, count, config);
  const { logits } = vit(toParameters(run.state.parameters, config), images, config, evaluation);
  const values = Float32Array.from(logits.dataSync());
  values[3] += wrong;
  return exportRun(run, { pixels, count, logits: values }, names);
}

/** Writes each zip and `bundles.json`, which says what its script must answer. */
export function writeBundles(folder: string): void {
  const described = bundles.map((bundle, index) => {
    const file = `run-${index}.zip`;
    writeFileSync(join(folder, file), zipOf(bundle, index + 1));
    const says = 'largest difference from the site';
    return { name: bundle.name, file, exit: bundle.wrong ? 1 : 0, says };
  });
  writeFileSync(join(folder, 'bundles.json'), JSON.stringify(described));
}
