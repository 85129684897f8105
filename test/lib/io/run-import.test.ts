import fc from 'fast-check';
import { unzipSync, zipSync, type Unzipped } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportRun } from '../../../src/lib/io/run-bundle.ts';
import { importRun, largestImport } from '../../../src/lib/io/run-import.ts';
import { decodeSafetensors, encodeSafetensors, storedValues, type NamedArray } from '../../../src/lib/io/safetensors.ts'; // prettier-ignore
import { namedStateDict } from '../../../src/lib/io/state-dict.ts';
import { tinyVit } from '../../../src/lib/model/config.ts';
import { createRandomNumbers } from '../../../src/lib/tensors/random-numbers.ts';
import { defaultSettings } from '../../../src/lib/training/settings.ts';
import { damagedBytes, damagedJson, fuzzed, patience, readOrRefused } from '../../fuzz.ts';
import { madeParameters, madeRun } from './made-run.ts';

const model = { ...tinyVit, embedDim: 4, numHeads: 1, depth: 1, patchSize: 14, mlpRatio: 1, numClasses: 2 }; // prettier-ignore
const run = madeRun({ ...defaultSettings, model });
const good = exportRun(run, null, 'timm');
const parts = unzipSync(good);

const bytes = (text: string) => new TextEncoder().encode(text);
const json = JSON.parse(new TextDecoder().decode(parts['run.json'])) as Record<string, unknown>;
const without = (name: string): Unzipped => Object.fromEntries(Object.entries(parts).filter(([key]) => key !== name)); // prettier-ignore
const withPart = (name: string, part: Uint8Array) =>
  zipSync({ ...parts, [name]: part }, { level: 0 });
const withJson = (change: Record<string, unknown>) => withPart('run.json', bytes(JSON.stringify({ ...json, ...change }))); // prettier-ignore
const withSettings = (change: Record<string, unknown>) => withJson({ settings: { ...(json.settings as object), ...change } }); // prettier-ignore

/** The exported run, whose first part claims to have so many bytes. */
function claiming(size: number): Uint8Array {
  const file = good.slice();
  const view = new DataView(file.buffer);
  const entry = file.findIndex((_, at) => view.getUint32(at, true) === 0x02014b50);
  view.setUint32(entry + 24, size, true);
  return file;
}

/** A part with its tensors changed. */
function withTensors(part: string, change: (tensors: NamedArray[]) => NamedArray[]): Uint8Array {
  const { tensors } = decodeSafetensors(parts[part]!);
  const read = [...tensors].map(([name, stored]) => ({ name, shape: stored.shape, values: storedValues(stored) })); // prettier-ignore
  return withPart(part, encodeSafetensors(change(read)));
}

const only = (name: string, change: (one: NamedArray) => NamedArray) => (tensors: NamedArray[]) =>
  tensors.map((one) => (one.name === name ? change(one) : one));
const longer = (one: NamedArray) => ({ ...one, shape: [one.values.length + 1], values: new Float32Array(one.values.length + 1) }); // prettier-ignore
const broken = (one: NamedArray) => ({ ...one, values: one.values.map((x, i) => (i === 0 ? NaN : x)) }); // prettier-ignore

/** Each with what is said about it, or its beginning. */
const hostile: [what: string, file: () => Uint8Array, said: string][] = [
  ['nothing', () => new Uint8Array(0), 'This is not a safetensors file that can be read: it has only 0 bytes.'], // prettier-ignore
  ['a zip of something else', () => zipSync({ a: bytes('b') }), 'This zip file is no exported run: run.json, model.safetensors, training.safetensors are missing.'], // prettier-ignore
  ['no moments', () => zipSync(without('training.safetensors')), 'This zip file is no exported run: training.safetensors is missing.'], // prettier-ignore
  ['65 MB', () => new Uint8Array(largestImport + 1), 'The file has 67,108,865 bytes; at most 67,108,864 are read.'], // prettier-ignore
  ['64 MB of weights, by their own account', () => claiming(largestImport), 'This is not a zip file that can be read: it claims 67,1'], // prettier-ignore
  ['weights that are none', () => withPart('model.safetensors', bytes('weights')), 'This is not a safetensors file'], // prettier-ignore
  ['no JSON', () => withPart('run.json', bytes('{')), 'The run’s description cannot be read: it is no JSON text.'], // prettier-ignore
  ['another format', () => withJson({ format: 'x' }), 'The run’s description cannot be read: its format is not four-equations-run.'], // prettier-ignore
  ['a newer version', () => withJson({ version: 2 }), 'The run’s description cannot be read: it is of version 2 and was made by a newer version of this site'], // prettier-ignore
  ['version 0', () => withJson({ version: 0 }), 'The run’s description cannot be read: version 0 never was.'], // prettier-ignore
  ['a depth of a billion', () => withSettings({ depth: 1e9 }), 'The run’s description cannot be read: depth 1000000000 is not a whole number from 0 to 12.'], // prettier-ignore
  ['a depth in words', () => withSettings({ depth: '1' }), 'The run’s description cannot be read: depth 1 is not'], // prettier-ignore
  ['heads that do not divide', () => withSettings({ numHeads: 3 }), 'The run’s description cannot be read: attention: embedDim 4 is not divisible by numHeads 3.'], // prettier-ignore
  ['a step beyond the last', () => withJson({ step: 601 }), 'The run’s description cannot be read: step 601 is not a whole number from 0 to 600.'], // prettier-ignore
  ['three words of randomness', () => withJson({ random: [1, 2, 3] }), 'The run’s description cannot be read: random is not four numbers.'], // prettier-ignore
  ['a word of 33 bits', () => withJson({ random: [1, 2, 3, 2 ** 32] }), 'The run’s description cannot be read: a word of random 4294967296 is not'], // prettier-ignore
  ['one class too few', () => withJson({ classNames: ['a'] }), 'The run’s description cannot be read: classNames has 1 entries, and numClasses is 2.'], // prettier-ignore
  ['a name of a million letters', () => withJson({ name: 'x'.repeat(1e6) }), `The run’s description cannot be read: name ${'x'.repeat(40)}… is not a text of at most 200 characters.`], // prettier-ignore
  ['a loss in words', () => withJson({ test: { step: 1, loss: 'low', accuracy: 1 } }), 'The run’s description cannot be read: the loss of test is low and no number.'], // prettier-ignore
  ['an unknown backend', () => withJson({ backend: ['webgl'] }), 'The run’s description cannot be read: backend a list is not one of webgl, cpu.'], // prettier-ignore
  ['a wider model than its weights', () => withSettings({ embedDim: 8 }), 'patch_embed.proj.weight has shape [4, 1, 14, 14], but the model needs [8, 1, 14, 14]'], // prettier-ignore
  ['weights of NaN', () => withTensors('model.safetensors', only('norm.bias', broken)), 'norm.bias holds numbers that are not finite'], // prettier-ignore
  ['a weight too few', () => withTensors('model.safetensors', (all) => all.slice(1)), 'patch_embed.proj.weight of shape [4, 1, 14, 14] is missing'], // prettier-ignore
  ['moments of NaN', () => withTensors('training.safetensors', only('first', broken)), 'first of training.safetensors holds numbers that are not finite.'], // prettier-ignore
  ['moments of another model', () => withTensors('training.safetensors', only('second', longer)), `second of training.safetensors has shape [${run.summary.parameterCount + 1}], but the run needs [${run.summary.parameterCount}].`], // prettier-ignore
  ['a longer curve', () => withTensors('training.safetensors', only('losses', longer)), 'losses of training.safetensors has shape [31], but the run needs [30].'], // prettier-ignore
  ['no curve', () => withTensors('training.safetensors', (all) => all.filter(({ name }) => name !== 'losses')), 'losses is missing from training.safetensors.'], // prettier-ignore
  ['best weights that are not there', () => withTensors('training.safetensors', (all) => all.filter(({ name }) => !name.startsWith('best.'))), 'patch_embed.proj.weight of shape [4, 1, 14, 14] is missing'], // prettier-ignore
];

describe('a file that is no run is refused in words:', () => {
  test.each(hostile)('%s', (_, file, said) => {
    let message = 'nothing was said';
    try {
      importRun(file());
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message.slice(0, said.length)).toBe(said);
  });

  test('keys like __proto__ change nothing', () => {
    const settings = JSON.stringify(json.settings).replace(
      '{',
      '{"__proto__":{"depth":9},"constructor":1,',
    );
    const text = JSON.stringify(json).replace(JSON.stringify(json.settings), settings);
    expect(importRun(withPart('run.json', bytes(text)))).toEqual(run);
    expect(({} as Record<string, unknown>).depth).toBeUndefined();
  });
});

test('a setting that an older file does not name has its default', () => {
  const settings: Record<string, unknown> = { ...(json.settings as object) };
  delete settings.scaledAttention;
  expect(importRun(withJson({ settings }))).toEqual(run);
});

describe('weights of another origin', () => {
  const config = { ...tinyVit, embedDim: 128, numHeads: 2, depth: 1 };
  const weights = (change: Partial<typeof config>) => {
    const foreign = { ...config, ...change };
    return encodeSafetensors(namedStateDict(madeParameters(foreign, createRandomNumbers(1)), foreign, 'timm')); // prettier-ignore
  };

  test('start a run of the data that they fit', () => {
    const { summary } = importRun(weights({ imageSize: 32, inChannels: 3, numClasses: 4 }));
    expect(summary.settings.data).toBe('shapes-relation');
    expect(summary.settings.model).toEqual({ ...config, imageSize: 32, inChannels: 3, numClasses: 4 }); // prettier-ignore
    expect(summary.classNames).toEqual(['class 0', 'class 1', 'class 2', 'class 3']);
    expect(importRun(weights({ numClasses: 3 })).summary.settings.data).toBe('drawings');
  });

  test('that do not say their heads are refused', () => {
    expect(() => importRun(weights({ embedDim: 32 }))).toThrow('The weights do not say how many heads their model has, and its width 32 is no multiple of 64.'); // prettier-ignore
  });

  test('that are too large for the site are refused', () => {
    expect(() => importRun(weights({ imageSize: 224, patchSize: 16 }))).toThrow('The weights’ model is none for this site: imageSize 224 is not a whole number from 1 to 64.'); // prettier-ignore
  });
});

describe('damage is refused in words or changes nothing that matters:', () => {
  /** What is read of a file, if anything, is a run of this site's. */
  function check(file: Uint8Array): void {
    const read = readOrRefused(() => importRun(file));
    if (!read) return;
    const { summary, state } = read;
    expect(summary.settings.model.depth).toBeLessThanOrEqual(12);
    expect(state.first.length).toBe(summary.parameterCount);
    for (const { values } of state.parameters) expect(values.every(Number.isFinite)).toBe(true);
  }

  test(
    'to a file',
    () => {
      fc.assert(fc.property(damagedBytes(good, parts['model.safetensors']!), check), fuzzed);
    },
    patience,
  );

  test(
    'to a part, before the packing, so that no checksum tells',
    () => {
      const part = fc
        .constantFrom('run.json', 'model.safetensors', 'training.safetensors')
        .chain((name) => fc.tuple(fc.constant(name), damagedBytes(parts[name]!)));
      fc.assert(
        fc.property(part, ([name, bytes]) => check(withPart(name, bytes))),
        fuzzed,
      );
    },
    patience,
  );

  test(
    'to a description',
    () => {
      const described = damagedJson(json);
      fc.assert(
        fc.property(described, (one) => check(withPart('run.json', bytes(JSON.stringify(one))))),
        fuzzed,
      );
    },
    patience,
  );
});
