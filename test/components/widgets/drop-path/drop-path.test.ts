/** Chapter 8's words and plain arithmetic, on numbers whose answer is known by hand. */
import { describe, expect, test } from 'vitest';
import { countsOf } from '../../../../src/components/widgets/drop-path/counts.ts';
import { seen } from '../../../../src/components/widgets/drop-path/words.ts';
import {
  noRuns,
  seen as seenTimes,
} from '../../../../src/components/widgets/drop-path-times/words.ts';
import {
  seen as seenStream,
  stepsOf,
} from '../../../../src/components/widgets/residual-stream/stream.ts';
import type { DropPathFlowResult } from '../../../../src/lib/engine/computations/drop-path-flow.ts';
import type { ForwardResult } from '../../../../src/lib/engine/computations/forward.ts';

describe('a batch under drop path', () => {
  // Two blocks, three samples: attention and MLP of block 1, then of block 2.
  const factors = Float32Array.from([1, 1, 1, 1, 1, 1, 2, 0, 0, 0, 0, 2]);
  const result = {
    factors,
    rates: [0, 0.5],
    shape: { depth: 2, batch: 3, embedDim: 1 },
  } as DropPathFlowResult;

  test('is counted by branches, halved', () => {
    const counts = countsOf(result, false);
    expect(counts.depths).toEqual([1.5, 1, 1.5]);
    expect(counts.mean).toBeCloseTo(4 / 3, 12);
    expect(counts.expectedDepth).toBe(1.5);
    expect(counts.distinct).toBe(2);
    expect(counts.vanished).toBe(1);
    expect(counts.expectedVanished).toBe(0.75); // 3 · 0.5²
    expect(countsOf(result, true).expectedVanished).toBe(1.5); // 3 · 0.5
  });

  test('is told in a sentence', () => {
    expect(seen(countsOf(result, false), 2, false)).toBe(
      'Of 2 blocks the 3 samples pass 1 to 1.5, 1.3 on average; 1.5 are expected. ' +
        'There are 2 different depths, and a sample passes a block unchanged once; 0.8 times are expected with a draw for each branch.',
    );
  });
});

test('the stream is measured between its branches', () => {
  const plain = (...values: number[]) => ({ shape: [2, 2], values: Float32Array.from(values) });
  const trace = {
    embedded: plain(3, 4, 0, 1),
    'blocks.0.attention.output': plain(0, 0, 0, 2),
    'blocks.0.attended': plain(3, 4, 0, 3),
    'blocks.0.mlp.output': plain(-4, 3, 4, 0),
    'blocks.0.output': plain(-1, 7, 4, 3),
  };
  const pass = { trace, config: { depth: 1 } } as unknown as ForwardResult;
  const [attention, mlp] = stepsOf(pass, 'class token');
  expect(attention).toMatchObject({ branch: 'attention', block: 0, before: 5, added: 0, after: 5 });
  expect(mlp).toMatchObject({ branch: 'MLP', before: 5, added: 5, cosine: 0 });
  expect(stepsOf(pass, 'mean of the patches')[0]).toMatchObject({ before: 1, added: 2, after: 3, cosine: 1 }); // prettier-ignore
  expect(seenStream(stepsOf(pass, 'class token'), 'class token')).toContain(
    'Block 1’s MLP adds most: a vector of length 5.00 to one of 5.00, at a cosine of 0.00.',
  );
});

test('the clock’s sentence compares medians', () => {
  expect(seenTimes(noRuns, null, 'small')).toContain('Nothing has been measured yet');
  const runs = { none: [10, 10, 40], masked: [11, 12, 30], skipped: [5, 8, 8] };
  const last = { milliseconds: { none: 10, masked: 12, skipped: 8 }, difference: 3e-7, kept: 192 };
  const sentence = seenTimes(runs, last, 'small');
  expect(sentence).toContain('keep 192 of 256 branches, 75 %');
  expect(sentence).toContain('the blocks take 120 % of the time');
  expect(sentence).toContain('left out, 80 %. The numbers of both ways are the same to 3e−7.');
});
