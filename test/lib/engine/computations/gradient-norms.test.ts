/** The length of each block's gradient, against PyTorch's gradients of whole models with norms before and after. */
import '../../../backend-cpu.ts';
import { memory } from '@tensorflow/tfjs-core';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blockNorms } from '../../../../src/lib/engine/computations/gradient-norms.ts';
import { tinyVit, type VitConfig } from '../../../../src/lib/model/config.ts';
import type { VitParameters } from '../../../../src/lib/model/vit.ts';
import {
  fixtureTensor,
  fixtureTensors,
  type ParityFixture,
} from '../../../../src/lib/parity/fixture.ts';
import { nested } from '../../../../src/lib/parity/names.ts';
import { scoped } from '../../../../src/lib/tensors/scope.ts';

const fixture = JSON.parse(readFileSync('test/fixtures/vit.json', 'utf8')) as ParityFixture;

test.each(['torchvision', 'torch.nn, post-norm, ReLU, no final norm'])(
  'of %s is the length of PyTorch’s gradient',
  (variant) => {
    const { config, inputs, parameters, gradients, cotangent } = fixture.cases.find(
      (one) => one.variant === variant,
    )!;
    const before = memory().numTensors;
    const found = scoped(() => {
      const { blocks, ...rest } = nested(fixtureTensors(parameters)) as unknown as VitParameters;
      const absent = { distillationToken: null, positions: null, norm: null };
      const params = { ...absent, ...rest, blocks: Object.values(blocks) };
      const images = fixtureTensor(inputs.images!);
      const model = { ...tinyVit, ...config } as VitConfig;
      const norms = blockNorms(params, images, config.labels as number[], model);
      return [...norms.dataSync()];
    });
    expect(memory().numTensors).toBe(before);
    const scale = Math.abs(cotangent!.values[0]! / (cotangent!.scale ?? 1));
    found.forEach((length, l) => {
      const own = Object.entries(gradients).filter(([name]) => name.startsWith(`blocks.${l}.`));
      const squares = own.flatMap(([, { values }]) => values.map((value) => (value / scale) ** 2));
      expect(own.length).toBeGreaterThan(10);
      expect(length / Math.sqrt(squares.reduce((sum, one) => sum + one, 0))).toBeCloseTo(1, 5);
    });
    expect(found.length).toBe(2);
  },
);
