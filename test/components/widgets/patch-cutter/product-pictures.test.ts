import { expect, test } from 'vitest';
import { parseHTML } from 'linkedom';
import type { PatchEmbeddingResult } from '../../../../src/lib/engine/protocol.ts';
import { fromRgba } from '../../../../src/components/widgets/patch-cutter/load-photograph.ts';
import { cutterPoster } from '../../../../src/components/widgets/patch-cutter/poster.tsx';
import {
  rowOf,
  tokenOf,
  transposed,
} from '../../../../src/components/widgets/patch-cutter/product-pictures.ts';

const range = (length: number) => Float32Array.from({ length }, (_, i) => i);

test('a patch’s row and token are lines of the matrices', () => {
  const result = { patches: range(12), tokens: range(8) } as unknown as PatchEmbeddingResult;
  expect([...rowOf(result, 1, 4)]).toEqual([3, 4, 5]);
  expect([...tokenOf(result, 3, 4)]).toEqual([6, 7]);
});

test('E turned on its side: a [3, 2] matrix becomes [2, 3]', () => {
  expect([...transposed(Float32Array.of(1, 2, 3, 4, 5, 6), 2)]).toEqual([1, 3, 5, 2, 4, 6]);
});

test('the photograph loses its alpha and becomes 0 to 1', () => {
  expect([...fromRgba([255, 0, 51, 255, 0, 255, 0, 255], 3)]).toEqual([
    1,
    0,
    Math.fround(0.2),
    0,
    1,
    0,
  ]);
});

test('the poster shows the row’s numbers, E’s, and the token that the engine found', () => {
  const D = 32;
  const result: PatchEmbeddingResult = {
    patches: new Float32Array(49 * 768).fill(0.5),
    weight: new Float32Array(768 * D).fill(-0.25),
    tokens: new Float32Array(49 * D).fill(-96),
    convolutionDifference: 0,
    orderDifference: 0,
  };
  const encoded: [number, number][] = [];
  const data = { result, imageSize: 112, channels: 3 };
  const { product, weight } = cutterPoster(data, (levels, width, height) => {
    encoded.push([width, height]);
    expect(levels).toHaveLength(width * height);
    return `data:,${height}`;
  });
  expect(encoded).toEqual([
    [768, D],
    [768, 1],
  ]);
  const text = parseHTML(`<html><body>${product}</body></html>`).document.body.textContent;
  expect(weight).toBe(`data:,${D}`);
  expect(product).toContain('href="weight"');
  expect(text).toContain('patch 17');
  expect(text).toContain('sum −96.000');
});
