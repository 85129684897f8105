/** Whether the fused path can run: on WebGL 2 with float32 textures, and for widths that are even. */
import { env, getBackend } from '@tensorflow/tfjs-core';
import type { VitConfig } from '../../model/config.ts';
import { mlpWidth } from '../../stages/mlp.ts';

export function fusedAvailable(config: VitConfig): boolean {
  const { embedDim, numHeads } = config;
  const widths = [embedDim, embedDim / numHeads, mlpWidth(config)];
  return float32WebGl() && widths.every((width) => width % 2 === 0);
}

function float32WebGl(): boolean {
  return (
    getBackend() === 'webgl' &&
    env().getNumber('WEBGL_VERSION') === 2 &&
    env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')
  );
}
