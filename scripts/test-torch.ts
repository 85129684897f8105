/**
 * The checks that need PyTorch: the snippets that the chapters show, checkpoints both ways, the bundled ones, and the
 * scripts of exported runs.
 *
 *   npm run test:torch      PYTHON=… chooses the interpreter; without PyTorch the checks are skipped, and it says so
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import '@tensorflow/tfjs-backend-cpu';
import type { NameStyle } from '../src/lib/io/names.ts';
import { decodeSafetensors, encodeSafetensors } from '../src/lib/io/safetensors.ts';
import { exportStateDict, importStateDict } from '../src/lib/io/state-dict.ts';
import { toArrays, toParameters } from '../src/lib/io/tensors.ts';
import { tinyVit, type VitConfig } from '../src/lib/model/config.ts';
import { initVit, vit, type VitParameters } from '../src/lib/model/vit.ts';
import { evaluation } from '../src/lib/stages/mode.ts';
import { createRandom } from '../src/lib/tensors/random.ts';
import { shapesImages, shapesSeeds } from '../src/lib/training/shapes.ts';
import { writeBundles } from './torch-bundles.ts';

const tolerance = 1e-4;
const colour = { ...tinyVit, imageSize: 32, inChannels: 3, embedDim: 48 };

interface Model {
  name: string;
  style: NameStyle;
  change: Partial<VitConfig>;
  /** The type in which PyTorch writes its own checkpoint. */
  back: 'F32' | 'F16' | 'BF16';
}

const models: Model[] = [
  { name: 'torchvision', style: 'torchvision', change: { inChannels: 3 }, back: 'F32' },
  { name: 'torchvision with pre-logits', style: 'torchvision', change: { inChannels: 3, representationSize: 24 }, back: 'BF16' }, // prettier-ignore
  { name: 'timm', style: 'timm', change: {}, back: 'F32' },
  { name: 'timm without qkv bias', style: 'timm', change: { qkvBias: false, separateQkv: true }, back: 'F16' }, // prettier-ignore
  { name: 'timm in colour, LayerScale', style: 'timm', change: { ...colour, layerScale: 0.1 }, back: 'BF16' }, // prettier-ignore
  { name: 'DeiT', style: 'timm', change: { distilled: true }, back: 'F32' },
  { name: 'timm, mean of the patches', style: 'timm', change: { pool: 'mean' }, back: 'F32' },
];

const configOf = ({ change }: Model): VitConfig => ({ ...tinyVit, ...change });
const fileOf = (index: number) => `model-${index}.safetensors`;

function imagesFor({ imageSize, inChannels }: VitConfig) {
  return createRandom(3).uniformTensor([4, imageSize, imageSize, inChannels]);
}

function logitsOf(params: VitParameters, config: VitConfig): number[] {
  return Array.from(vit(params, imagesFor(config), config, evaluation).logits.dataSync());
}

/** Our checkpoint, its images and logits, for Python to read. */
async function exported(folder: string, model: Model, index: number): Promise<object> {
  const config = configOf(model);
  const params = initVit(config, createRandom(index + 1), 'normal');
  const state = exportStateDict(await toArrays(params), config, model.style);
  writeFileSync(join(folder, fileOf(index)), encodeSafetensors(state));
  const images = Array.from(imagesFor(config).dataSync());
  return { ...model, config, file: fileOf(index), images, logits: logitsOf(params, config) };
}

/** How far our logits are from PyTorch’s, with PyTorch’s own checkpoint. */
function imported(folder: string, model: Model, index: number): number {
  const config = configOf(model);
  const path = join(folder, `back-${fileOf(index)}`);
  const { tensors } = decodeSafetensors(new Uint8Array(readFileSync(path)));
  const ours = logitsOf(
    toParameters(importStateDict(tensors, config, model.style), config),
    config,
  );
  const theirs = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as number[];
  const largest = Math.max(1, ...theirs.map(Math.abs));
  return Math.max(...ours.map((logit, i) => Math.abs(logit - theirs[i]))) / largest;
}

function findPython(): string | undefined {
  const { PYTHON } = process.env;
  const candidates = PYTHON ? [PYTHON] : ['/usr/bin/python3', 'python3', 'python'];
  const imports = ['-c', 'import torch, torchvision'];
  return candidates.find((python) => spawnSync(python, imports).status === 0);
}

/** Whether the script succeeded; what it prints is shown. */
function runs(python: string, ...given: string[]): boolean {
  return spawnSync(python, given, { stdio: 'inherit' }).status === 0;
}

async function roundTrips(python: string, folder: string): Promise<boolean> {
  const described = await Promise.all(models.map((model, index) => exported(folder, model, index)));
  writeFileSync(join(folder, 'models.json'), JSON.stringify(described));
  if (!runs(python, 'test/torch/round_trip.py', folder)) return false;
  return models
    .map((model, index) => {
      const difference = imported(folder, model, index);
      const good = difference <= tolerance;
      console.log(`${good ? 'ok  ' : 'FAIL'} ${model.name} (${model.back}) read from PyTorch: ${difference.toExponential(1)}`); // prettier-ignore
      return good;
    })
    .every(Boolean);
}

/** Whether the bundled checkpoints tell as many validation images right as their cards say. */
function bundledHold(python: string, folder: string): boolean {
  const garments = gunzipSync(readFileSync('public/data/fashion-mnist/validation-0.shard'));
  const { labels, pixels } = shapesImages(1000, shapesSeeds.validation);
  writeFileSync(join(folder, 'garments.images'), garments);
  writeFileSync(join(folder, 'shapes.images'), Buffer.concat([labels, pixels]));
  return runs(python, 'test/torch/checkpoints.py', folder);
}

export async function main(): Promise<void> {
  const python = findPython();
  if (!python) return console.log('No Python with torch and torchvision found: checks skipped.');
  const folder = mkdtempSync(join(tmpdir(), 'four-equations-torch-'));
  const snippets = runs(python, 'test/torch/test_snippets.py');
  const trips = await roundTrips(python, folder);
  const bundled = bundledHold(python, folder);
  writeBundles(folder);
  const scripts = runs(python, 'test/torch/bundles.py', folder);
  rmSync(folder, { recursive: true });
  if (!snippets || !trips || !bundled || !scripts) process.exitCode = 1;
}
