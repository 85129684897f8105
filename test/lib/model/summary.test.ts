import '../../backend-cpu.ts';
import { describe, expect, test } from 'vitest';
import { tinyVit, type VitConfig } from '../../../src/lib/model/config.ts';
import { countParameters } from '../../../src/lib/model/parameters.ts';
import { preset, tutorialModels } from '../../../src/lib/model/presets.ts';
import { summary, summaryText } from '../../../src/lib/model/summary.ts';
import { vit, initVit } from '../../../src/lib/model/vit.ts';
import { evaluation } from '../../../src/lib/stages/mode.ts';
import { createRandom } from '../../../src/lib/tensors/random.ts';

const base = preset({ size: 'B', patchSize: 16 });

describe('a summary', () => {
  const models: [string, VitConfig, number][] = [
    ['Ti/16', preset({ size: 'Ti', patchSize: 16 }), 1.25],
    ['S/16', preset({ size: 'S', patchSize: 16 }), 4.6],
    ['B/16', base, 17.56],
    ['L/16', preset({ size: 'L', patchSize: 16 }), 61.6],
    ['H/14', preset({ size: 'H', patchSize: 14 }), 167.3],
  ];
  test.each(models)('of %s has the published billions of multiply-adds', (_, config, billions) => {
    const digits = billions > 60 ? 1 : 2;
    expect(Number((summary(config).multiplyAdds / 1e9).toFixed(digits))).toBe(billions);
  });

  test('adds up to the parameters of the model', () => {
    for (const { config } of Object.values(tutorialModels)) {
      const { parameters } = summary(config);
      expect(parameters.total).toBe(countParameters(config));
    }
  });

  test('tells what torchinfo prints for ViT-B/16: 173.23 M, of four parts', () => {
    expect(summary(base).torchinfoMultiplyAdds).toBe(115_756_032 + 56_669_184 + 769_000 + 38_400);
    expect(summary(base, { batchSize: 32 }).torchinfoMultiplyAdds).toBe(32 * 173_232_616);
  });

  test('counts what is frozen apart', () => {
    const isFrozen = (name: string) => !name.startsWith('head');
    const { parameters } = summary({ ...base, numClasses: 3 }, { isFrozen });
    expect(parameters).toEqual({ total: 85_800_963, trainable: 2_307, frozen: 85_798_656 });
  });

  test('gives memory in bytes: an input of 0.574 MB, parameters of 330.23 MB', () => {
    const { memory } = summary(base);
    expect(memory.input).toBe(224 * 224 * 3 * 4);
    expect(memory.parameters).toBe(86_567_656 * 4);
    expect(memory.training).toBe(3 * memory.parameters);
  });

  test('has a row’s shapes as the model gives them', () => {
    const config = { ...tinyVit, imageSize: 8, embedDim: 8, numHeads: 2, distilled: true };
    const trace = vit(initVit(config, createRandom(1)), createRandom(2).uniformTensor([3, 8, 8, 1]), config, evaluation); // prettier-ignore
    const rows = summary(config, { batchSize: 3 }).rows;
    const shapeOf = (name: string) => rows.find((row) => row.name === name)!.outputShape;
    const block = trace.blocks[1];
    expect(shapeOf('patchEmbedding')).toEqual(trace.patchEmbedding.output.shape);
    expect(shapeOf('tokens')).toEqual(trace.embedded.shape);
    expect(shapeOf('blocks.1.norm1')).toEqual(block.norm1.output.shape);
    expect(shapeOf('blocks.1.attention.scores')).toEqual(block.attention.scores.shape);
    expect(shapeOf('blocks.1.attention.heads')).toEqual(block.attention.heads.shape);
    expect(shapeOf('blocks.1.mlp.expand')).toEqual(block.mlp.hidden.shape);
    expect(shapeOf('blocks.1.mlp.contract')).toEqual(block.mlp.output.shape);
    expect(shapeOf('pool')).toEqual(trace.pooled.shape);
    expect(shapeOf('head.classifier')).toEqual(trace.logits.shape);
  });

  test('as text has a line for each layer and the total', () => {
    const lines = summaryText({ ...tinyVit, depth: 1 }).split('\n');
    expect(lines[0]).toMatch(/^layer +input +output +parameters +multiply-adds$/);
    // 544 + 1,632 + (64 + 3,168 + 1,056 + 64 + 2,112 + 2,080) + 64 + 330 numbers, and
    // 49·16·32 + 50·32·96 + 2·50·50·32 + 50·32·32 + 2·50·32·64 + 32·10 multiply-adds.
    expect(lines.at(-1)).toBe('total: 11,114 parameters, 595,008 multiply-adds');
  });
});
