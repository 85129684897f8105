/** Whether the fused path can run: on WebGL 2 with float32 textures, and for widths that are even. */
import { env, getBackend } from '@tensorflow/tfjs-core';
import { tinyVit, type VitConfig } from '../../model/config.ts';
import { mlpWidth } from '../../stages/mlp-width.ts';

export function fusedAvailable(config: VitConfig): boolean {
  const { embedDim, numHeads } = config;
  const widths = [embedDim, embedDim / numHeads, mlpWidth(config)];
  return float32WebGl() && isFused(config) && widths.every((width) => width % 2 === 0);
}

/** What may differ from the default model; every other word is to be as it is there. */
const free: readonly (keyof VitConfig)[] = [
  'imageSize',
  'patchSize',
  'inChannels',
  'numClasses',
  'embedDim',
  'depth',
  'numHeads',
  'mlpRatio',
  'qkvBias',
  'scaledAttention',
  'dropRate',
  'attnDropRate',
  'dropPathRate',
  'positionEmbedding',
  'pool',
  'patchProjection', // another way to the same numbers
  'activation',
  'normEpsilon',
];

function isFused(config: VitConfig): boolean {
  const words = Object.keys(tinyVit) as (keyof VitConfig)[];
  const fixed = words.every((word) => free.includes(word) || config[word] === tinyVit[word]);
  return fixed && config.numClasses > 0;
}

function float32WebGl(): boolean {
  return (
    getBackend() === 'webgl' &&
    env().getNumber('WEBGL_VERSION') === 2 &&
    env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')
  );
}
