import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportRun, namesFor } from '../../../src/lib/io/run-bundle.ts';
import { importRun } from '../../../src/lib/io/run-import.ts';
import type { SavedRun } from '../../../src/lib/io/run-document.ts';
import { decodeSafetensors, storedValues } from '../../../src/lib/io/safetensors.ts';
import { tinyVit, type VitConfig } from '../../../src/lib/model/config.ts';
import { settingsFor } from '../../../src/lib/training/flat-settings.ts';
import { defaultSettings } from '../../../src/lib/training/settings.ts';
import { runs } from '../cases.ts';
import { anySettings } from '../settings-cases.ts';
import { bitsOf, madeRun } from './made-run.ts';

const small = (change: Partial<VitConfig> = {}) => ({
  ...defaultSettings,
  model: { ...tinyVit, embedDim: 8, numHeads: 2, depth: 1, ...change },
});
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const partsOf = (run: SavedRun, names: 'timm' | 'torchvision' = 'timm') =>
  unzipSync(exportRun(run, null, names));

describe('an exported run', () => {
  test('has these parts, the samples where there are some', () => {
    const run = madeRun(small());
    const parts = ['model.safetensors', 'best.safetensors', 'training.safetensors', 'run.json', 'curves.csv', 'MODEL_CARD.md', 'run.py']; // prettier-ignore
    expect(Object.keys(partsOf(run))).toEqual(parts);
    const samples = { pixels: new Uint8Array(2 * 784), count: 2, logits: new Float32Array(20) };
    expect(Object.keys(unzipSync(exportRun(run, samples, 'timm')))).toEqual([...parts, 'samples.safetensors']); // prettier-ignore
  });

  test('has pictures as PyTorch takes them: channels first, −1 to 1', () => {
    const model = { imageSize: 4, inChannels: 2, numClasses: 3 };
    const pixels = Uint8Array.from({ length: 2 * 32 }, (_, i) => i * 3);
    const logits = Float32Array.from([1, 2, 3, 4, 5, 6]);
    const zip = exportRun(madeRun(small(model)), { pixels, count: 2, logits }, 'timm');
    const { tensors } = decodeSafetensors(unzipSync(zip)['samples.safetensors']!);
    const images = tensors.get('images')!;
    expect(images.shape).toEqual([2, 2, 4, 4]);
    // Picture 1, row 2, column 3, channel 1 is pixel ((1·4 + 2)·4 + 3)·2 + 1 = 55.
    expect(storedValues(images)[((1 * 2 + 1) * 4 + 2) * 4 + 3]).toBe(Math.fround(165 / 127.5 - 1));
    expect(storedValues(tensors.get('logits')!)).toEqual(logits);
  });

  test('is not made from pictures, logits or curves of other sizes', () => {
    const run = madeRun(small());
    const samples = { pixels: new Uint8Array(784), count: 1, logits: new Float32Array(10) };
    expect(() => exportRun(run, { ...samples, count: 2 }, 'timm')).toThrow('784 pixels are not 2 pictures of 28×28×1'); // prettier-ignore
    expect(() => exportRun(run, { ...samples, logits: new Float32Array(9) }, 'timm')).toThrow('9 logits are not 1 rows of 10'); // prettier-ignore
    const short = { ...run, state: { ...run.state, losses: new Float32Array(29) } };
    expect(() => exportRun(short, null, 'timm')).toThrow('a curve of 29 steps, but 30 were taken');
  });

  test('has the same bytes each time', () => {
    const run = madeRun(small());
    expect(exportRun(run, null, 'timm')).toEqual(exportRun(run, null, 'timm'));
  });

  test.each([-1, 8.64e15])('can be saved at any time, also at %d', (saved) => {
    const run = madeRun(small());
    const summary = { ...run.summary, saved };
    expect(() => exportRun({ ...run, summary }, null, 'timm')).not.toThrow();
  });

  test('has its curves as a table, empty where nothing was measured', () => {
    const run = madeRun(small(), 1, 3);
    run.summary.evaluations = [{ step: 2, loss: 0.25, accuracy: 0.5 }];
    run.state.losses = Float32Array.of(0.1, 1 / 3, NaN);
    run.state.accuracies = Float32Array.of(0, 0.5, 1);
    expect(textOf(partsOf(run)['curves.csv']!)).toBe(
      [
        'step,train_loss,train_accuracy,validation_loss,validation_accuracy',
        '1,0.1,0,,',
        '2,0.33333334,0.5,0.25,0.5',
        '3,NaN,1,,',
        '',
      ].join('\r\n'),
    );
  });
});

describe('the names of an exported run', () => {
  const names = (run: SavedRun) => [...decodeSafetensors(partsOf(run, 'torchvision')['model.safetensors']!).tensors.keys()]; // prettier-ignore

  test('are torchvision’s when wanted and when it has such a model', () => {
    expect(namesFor(tinyVit, 'torchvision')).toBe('torchvision');
    expect(names(madeRun(small()))).toContain('encoder.pos_embedding');
  });

  test('are timm’s when torchvision has no such model, and the card says so', () => {
    const run = madeRun(small({ pool: 'mean' }));
    expect(namesFor(run.summary.settings.model, 'torchvision')).toBe('timm');
    expect(names(run)).toContain('fc_norm.weight');
    const card = textOf(partsOf(run, 'torchvision')['MODEL_CARD.md']!);
    expect(card).toContain('torchvision has no model with the mean of the patches: the names are timm’s.'); // prettier-ignore
    expect(card).toContain('The weights have the names and shapes of timm’s VisionTransformer.');
  });

  test('say where not even timm has such a model', () => {
    const card = textOf(partsOf(madeRun(small({ normFirst: false })))['MODEL_CARD.md']!);
    expect(card).toContain('computes something else: timm has no model with norms after the sums. Use `run.py`.'); // prettier-ignore
  });
});

describe('a run that is exported and imported', () => {
  test.each(['timm', 'torchvision'] as const)('comes back exactly, by %s’s names', (names) => {
    const settings = settingsFor('shapes-relation');
    const run = madeRun({ ...settings, model: { ...settings.model, embedDim: 8 } }, 7);
    expect(bitsOf(importRun(exportRun(run, null, names)))).toEqual(bitsOf(run));
  });

  test('comes back exactly, whatever the settings', () => {
    fc.assert(
      fc.property(anySettings, fc.integer({ min: 1, max: 28 }), (settings, seed) => {
        const { numHeads, depth, representationSize } = settings.model;
        const light = {
          numHeads: 1 + (numHeads % 2),
          embedDim: 4 + 4 * (numHeads % 2),
          depth: Math.min(2, depth),
          mlpRatio: 1,
          representationSize: representationSize && 3,
        };
        const totalSteps = Math.max(30, settings.totalSteps);
        const model = { ...settings.model, ...light };
        const run = madeRun({ ...settings, totalSteps, model }, seed);
        expect(bitsOf(importRun(exportRun(run, null, seed % 2 ? 'timm' : 'torchvision')))).toEqual(
          bitsOf(run),
        );
      }),
      runs,
    );
  });

  test('keeps what ran away: losses that are no numbers', () => {
    const run = madeRun(small());
    run.state.losses.set([NaN, Infinity, -0, 1e-45]);
    run.summary.evaluations[0] = { step: 25, loss: NaN, accuracy: 0 };
    run.summary.test = { step: 30, loss: -Infinity, accuracy: 0.1 };
    expect(bitsOf(importRun(exportRun(run, null, 'timm')))).toEqual(bitsOf(run));
  });

  test('at its start has nothing to keep but its weights', () => {
    const run = madeRun(small(), 3, 0);
    run.summary = { ...run.summary, evaluations: [], test: null };
    run.state.best = null;
    expect(bitsOf(importRun(exportRun(run, null, 'timm')))).toEqual(bitsOf(run));
  });

  test('has its best weights as a file of their own, and the card names their step', () => {
    const run = madeRun(small(), 5);
    const parts = partsOf(run);
    expect(importRun(parts['best.safetensors']!).state.parameters).toEqual(run.state.best!.parameters); // prettier-ignore
    const card = textOf(parts['MODEL_CARD.md']!);
    expect(card).toMatch(/validation, best \| 25 \|/);
    expect(card).toContain('the weights after step 25, the best by validation');
    run.state.best = null;
    expect(Object.keys(partsOf(run))).not.toContain('best.safetensors');
  });

  test('by its weights alone starts anew from them', () => {
    const run = madeRun(small({ positionEmbedding: 'sinusoidal', separateQkv: true }), 5);
    const { summary, state } = importRun(partsOf(run)['model.safetensors']!);
    expect(summary).toEqual({ ...run.summary, step: 0, evaluations: [], test: null });
    expect(state.parameters).toEqual(run.state.parameters);
    const size = run.summary.parameterCount;
    expect([state.first, state.second]).toEqual([new Float32Array(size), new Float32Array(size)]);
    expect([state.step, state.losses.length, state.best]).toEqual([0, 0, null]);
  });
});
