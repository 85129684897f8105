/** Totals that others have published, and what two tools print. */
import { describe, expect, test } from 'vitest';
import {
  torchinfoLines,
  torchinfoParts,
  torchsummaryLines,
  type ToolLines,
} from '../../../src/lib/model/other-tools.ts';
import { parameterSum, sumOf } from '../../../src/lib/model/parameter-sum.ts';
import { countParameters } from '../../../src/lib/model/parameter-shapes.ts';
import { preset, tutorialModels, vitSizes, type VitSize } from '../../../src/lib/model/presets.ts';
import { tinyVit, type VitConfig } from '../../../src/lib/model/config.ts';

const base = preset({ size: 'B', patchSize: 16 });

describe('the sum of the parameters', () => {
  const published: [string, VitConfig, number][] = [
    ['ViT-Ti/16', preset({ size: 'Ti', patchSize: 16 }), 5_717_416],
    ['ViT-S/16', preset({ size: 'S', patchSize: 16 }), 22_050_664],
    ['ViT-B/16', base, 86_567_656],
    ['ViT-L/16', preset({ size: 'L', patchSize: 16 }), 304_326_632],
    ['ViT-H/14', preset({ size: 'H', patchSize: 14 }), 632_045_800],
    ['ViT-B/16, three classes', tutorialModels.replication.config, 85_800_963],
    ['ViT-B/16 at 384 pixels', tutorialModels.largerImages.config, 86_859_496],
    ['twelve encoder layers of a framework', tutorialModels.encoderLayers.config, 67_679_464],
  ];
  test.each(published)('of %s is the published total', (_, config, total) => {
    expect(sumOf(parameterSum(config))).toBe(total);
  });

  test('counts what the model has, whatever its options', () => {
    const options: Partial<VitConfig>[] = [
      { distilled: true },
      { qkvBias: false, patchNorm: true },
      { normalization: 'rms', layerScale: 0.1 },
      { normalization: 'batch' },
      { positionEmbedding: 'none', finalNorm: false },
      { representationSize: 24, numClasses: 0 },
    ];
    for (const option of options) {
      const config = { ...tinyVit, ...option };
      expect(sumOf(parameterSum(config))).toBe(countParameters(config));
    }
  });

  test('says every term in numbers that give it', () => {
    for (const size of Object.keys(vitSizes) as VitSize[])
      for (const { numbers, parameters } of parameterSum(preset({ size, patchSize: 16 })))
        expect(calculated(numbers)).toBe(parameters);
  });
});

/** "3 × (768 × 768 + 768)" worked out by hand: products before sums, one bracket. */
function calculated(text: string): number {
  const plain = text
    .replaceAll(',', '')
    .replace(/\(([^)]*)\)/, (_, inner: string) => String(calculated(inner)));
  const product = (part: string) => part.split('×').reduce((all, one) => all * Number(one), 1);
  return plain.split('+').reduce((sum, part) => sum + product(part), 0);
}

const inMegabytes =
  ({ megabyte, ...lines }: ToolLines) =>
  (key: 'input' | 'forwardBackward' | 'parameters' | 'total') =>
    (lines[key] / megabyte).toFixed(2);

describe('other tools', () => {
  test('torchinfo’s lines for ViT-B/16 with three classes and 32 images', () => {
    const lines = torchinfoLines(tutorialModels.replication.config, 32);
    const mb = inMegabytes(lines);
    expect(lines.totalParameters).toBe(85_800_963);
    expect((lines.multiplyAdds! / 32 / 1e6).toFixed(2)).toBe('172.47');
    expect([mb('input'), mb('forwardBackward'), mb('parameters')]).toEqual([
      '19.27',
      '3292.20',
      '229.20',
    ]);
  });

  test('torchinfo’s multiply-adds of ViT-B/16 are four parts', () => {
    const parts = torchinfoParts(base).map(({ multiplyAdds }) => multiplyAdds);
    expect(parts).toEqual([115_756_032, 56_669_184, 769_000, 38_400]);
  });

  test('torchsummary’s lines for a from-scratch ViT-B/16 with 8 heads', () => {
    const lines = torchsummaryLines(tutorialModels.meanOfAllTokens.config);
    const mb = inMegabytes(lines);
    expect(lines.totalParameters).toBe(86_415_592);
    expect([mb('input'), mb('forwardBackward'), mb('parameters'), mb('total')]).toEqual([
      '0.57',
      '364.33',
      '329.65',
      '694.56',
    ]);
  });
});
