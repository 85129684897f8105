/** What the shift test starts with, and what can be chosen. */

export interface ShiftSettings {
  /** P, pixels. */
  patchSize: number;
  /** k, pixels to the right. */
  shift: number;
  /** The filter and number of the token that are drawn, from 0. */
  feature: number;
}

export const defaults: ShiftSettings = { patchSize: 8, shift: 3, feature: 0 };

/** P: each divides the window. */
export const patchSizes = [4, 8, 16];

/** S of the window, the largest shift, and the side of the scene that holds them all; pixels. */
export const imageSize = 96;
export const most = 16;
export const sceneSize = imageSize + most;

export const inChannels = 3;
export const kernelSize = 5;
export const features = 4;
export const seed = 1;

/** Where the window stands in the scene at a shift: its top left pixel. */
export const cornerAt = (shift: number) => ({ left: most - shift, top: most / 2 });

/** Everything but the picture that the engine is asked with. */
export const fixedRequest = { imageSize, most, inChannels, kernelSize, features, seed };

/** Pixels as the engine takes them: about 0, from −1 to 1, as ViT's own pipelines do. */
export const centred = (pixels: Float32Array): Float32Array => pixels.map((value) => 2 * value - 1);
