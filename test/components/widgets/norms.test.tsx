/** The sentences and figures of chapter 6's widgets, from numbers that can be checked on paper. */
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  byBlock,
  byDepth,
  deepening,
  seen as gradientsSeen,
  withRun,
} from '../../../src/components/widgets/norm-depth/runs.ts';
import { defaults as depthDefaults } from '../../../src/components/widgets/norm-depth/settings.ts';
import {
  fittingGroups,
  groupChoices,
  within,
  type NormAsked,
} from '../../../src/components/widgets/norm-groups/batch.ts';
import { normGroupsPoster } from '../../../src/components/widgets/norm-groups/poster.tsx';
import { called, placeWords, seen } from '../../../src/components/widgets/norm-groups/words.ts';
import { joined, normRows, seen as weightsSeen } from '../../../src/components/widgets/norm-weights/rows.ts'; // prettier-ignore
import type { NormaliseResult } from '../../../src/lib/engine/computations/normalise.ts';
import { logLines } from '../../../src/lib/figures/log-lines.ts';
import { normKinds, type NormKind } from '../../../src/lib/figures/norm-groups.ts';
import { tinyVit } from '../../../src/lib/model/config.ts';

const place = { sample: 0, position: 1, channel: 1 };

/** Two pictures of two tokens of two numbers: 1 … 8. */
function small(norm: NormKind, change: Partial<NormAsked> = {}) {
  const pool = Float32Array.from([1, 2, 3, 5, 5, 6, 7, 9]);
  const asked: NormAsked = {
    pool,
    shape: [2, 2, 2],
    batch: 2,
    norm,
    groups: 1,
    epsilon: null,
    affine: { weight: Float32Array.from([1, 2]), bias: Float32Array.from([0, 0.5]) },
    training: true,
    batchesSeen: 20,
    seed: 1,
    shift: { sample: 1, by: 1 },
    names: ['coat', 'bag'],
    source: 'tokens',
    ...change,
  };
  const influences = normKinds.map((kind) => ({
    norm: kind,
    own: kind === 'rms' ? 0.5 : 0,
    others: kind === 'batch' ? 0.25 : 0,
  }));
  const result: NormaliseResult = {
    x: pool,
    epsilon: 1e-6,
    refused: null,
    mean: Float32Array.from([1.5, 4, 5.5, 8]),
    variance: Float32Array.from([0.25, 1, 0.25, 1]),
    normalised: Float32Array.from([-1, 1, -1, 1, -1, 1, -1, 1]),
    output: Float32Array.from([-1, 2.5, -1, 2.5, -1, 2.5, -1, 2.5]),
    influences,
  };
  return { asked, result };
}

const sentence = (norm: NormKind, change: Partial<NormAsked> = {}) => {
  const { asked, result } = small(norm, change);
  return seen(asked, result, place);
};

describe('the sentence of the norms', () => {
  test('names the number, its group, and who is moved', () => {
    expect(sentence('token')).toBe(
      'Number 1 of patch 1 of the coat takes its mean and variance from the 2 numbers of its own token. Adding 1 to every number of the bag changes nothing in the other pictures, nor, but for rounding, in its own output: the mean takes it away.',
    );
    expect(sentence('batch')).toContain(
      'from number 1 of all 2 tokens of all 2 pictures. Adding 1 to every number of the bag moves the outputs of the other pictures by up to 0.25.',
    );
    expect(sentence('rms')).toContain('and up to 0.50 in its own output');
    expect(sentence('sample')).toContain('all 4 numbers of its own picture');
    expect(sentence('group', { groups: 2 })).toContain('from 1 channel of all 2 tokens');
  });

  test('knows a batch of one, running averages, and no shift', () => {
    expect(sentence('batch', { batch: 1 })).toContain('of its picture, the only one');
    expect(sentence('batch', { batch: 1 })).toContain('nobody else to depend on');
    expect(sentence('batch', { training: false })).toContain('followed 20 training batches: no');
    expect(sentence('batch', { training: false, batchesSeen: 1 })).toContain('1 training batch:');
    expect(sentence('token', { shift: { sample: 1, by: 0 } })).toContain(
      'Add something to the bag',
    );
  });

  test('says why a norm refuses', () => {
    const { asked, result } = small('batch');
    const refused = { ...result, refused: 'batch norm: 1 value' };
    expect(seen(asked, refused, place)).toContain('so it is refused: “batch norm: 1 value”');
  });

  test('names pixels by row and column', () => {
    const { asked } = small('token', { source: 'pixels', shape: [1, 9, 3] });
    const pixel = { sample: 0, position: 5, channel: 2 };
    expect(placeWords(asked, pixel)).toBe('channel 2 of the pixel in row 1, column 2');
  });
});

test('things have an article, names have none', () => {
  expect(['ankle boot', 'man with a camera'].map(called)).toEqual([
    'the ankle boot',
    'the man with a camera',
  ]);
  const names = ['Chelsea the cat', 'shapes 3', 'holiday.jpg'];
  expect(names.map(called)).toEqual(names);
});

test('groups fit the channels, and a place fits its batch', () => {
  expect(groupChoices(6)).toEqual([1, 2, 3, 6]);
  expect([1, 4, 5, 32].map((wish) => fittingGroups(wish, 6))).toEqual([1, 3, 3, 6]);
  const shape = { B: 1, P: 1, C: 3, image: false };
  expect(within(shape, { sample: 3, position: 24, channel: 9 })).toEqual({
    sample: 0,
    position: 0,
    channel: 2,
  });
});

test('the poster fills the arithmetic in', () => {
  const { asked, result } = small('token');
  // The poster looks at patch 24, channel 9 of picture 0: here its last number, 5.
  const { document } = parseHTML(`<body>${normGroupsPoster(asked, result)}</body>`);
  const number = (name: string) => document.querySelector(`[data-number="${name}"]`)!.textContent;
  expect(number('count')).toBe('2');
  expect(number('mean')).toBe('4.000');
  expect(number('weight')).toBe('2.000');
  expect(number('output')).toBe('2.500');
  const lines = [...document.querySelectorAll('.norm-line')].map((one) => one.textContent);
  expect(lines).toEqual(['(5.000 − 4.000) / √(1.0 + 1.0e−6)= 1.000', '2.000 × 1.000 + 0.500= 2.500']); // prettier-ignore
  expect(number('others-batch')).toBe('0.25');
  expect(document.querySelectorAll('.norm-sheet').length).toBe(2);
});

describe('the gradients', () => {
  const run = (depth: number, seed: number, pre: number[], post: number[]) => ({
    beginning: 'Xavier' as const,
    depth,
    seed,
    result: {
      pre: Float32Array.from(pre),
      post: Float32Array.from(post),
      embedDim: 32,
      tokens: 50,
    },
  });
  const runs = [run(1, 1, [8], [4]), run(2, 2, [1, 1], [1, 1]), run(2, 1, [8, 2], [2, 4])];

  test('are told from the last block down, and from depth to depth', () => {
    expect(gradientsSeen(runs[2]!)).toBe(
      'With 2 blocks, the last block’s gradient is 2.0 long in pre-norm and 4.0 in post-norm. From the last block down to the first it grows 4.0-fold in pre-norm and shrinks 2.0-fold in post-norm.',
    );
    expect(deepening(runs, { ...depthDefaults, depth: 2 })).toBe(
      'From 1 to 2 blocks the last block’s gradient changes by a factor of 0.25 in pre-norm, 1.0 in post-norm.',
    );
    expect(deepening(runs.slice(0, 1), depthDefaults)).toBeNull();
  });

  test('of other seeds are faint, and a repeated run takes the old one’s place', () => {
    const settings = { ...depthDefaults, depth: 2 };
    expect(byBlock(runs, settings).map(({ faint }) => faint)).toEqual([true, true, false, false]);
    expect(byDepth(runs, settings)[0]!.points).toEqual([[1, 8], [2, 2]]); // prettier-ignore
    expect(withRun(runs, run(2, 2, [3, 3], [3, 3]))).toHaveLength(3);
  });

  test('are drawn between whole powers of ten', () => {
    const markup = logLines(
      {
        name: 'Length',
        across: { name: 'block', from: 1, to: 2 },
        lines: byBlock(runs, { ...depthDefaults, depth: 2 }),
      },
      { width: 400, height: 200 },
    );
    expect(markup).toContain('Length: pre-norm from 8.0 to 2.0, post-norm from 2.0 to 4.0');
    expect(markup).toMatchSnapshot();
  });
});

test('gains and offsets: the farthest from 1 and from 0 are named', () => {
  const D = 2;
  const plain = (values: number[]) => ({ shape: [D], values: Float32Array.from(values) });
  const parameters = {
    'blocks.0.norm1.weight': plain([1, 1.5]),
    'blocks.0.norm1.bias': plain([0, 0]),
    'blocks.0.norm2.weight': plain([0.25, 1]),
    'blocks.0.norm2.bias': plain([0, -0.5]),
    'norm.weight': plain([1, 1]),
    'norm.bias': plain([0.125, 0]),
  };
  const rows = normRows({ config: { ...tinyVit, depth: 1, embedDim: D }, parameters });
  expect([...joined(rows, 'weight')]).toEqual([0, 0.5, -0.75, 0, 0, 0]);
  expect(weightsSeen(rows)).toBe(
    'The gain farthest from 1 is 0.25 (channel 0, block 1, before MLP); the largest offset is −0.50 (channel 1, block 1, before MLP).',
  );
  const fresh = rows.map((row) => ({ ...row, weight: new Float32Array(D).fill(1), bias: null }));
  expect(weightsSeen(fresh)).toContain('every gain is 1');
});
