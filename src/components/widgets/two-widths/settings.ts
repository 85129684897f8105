/** What "Two widths" starts with, and what can be chosen. */
import { vitSizes, type VitSize } from '../../../lib/model/presets.ts';

export interface WidthSettings {
  /** P, pixels; C. */
  patchSize: number;
  inChannels: number;
  /** Whose D. */
  size: VitSize;
}

/** S, pixels: every P on offer divides it. */
export const imageSize = 224;
export const patchSizes = [8, 14, 16, 32];
export const sizes = Object.keys(vitSizes) as VitSize[];
export const defaults: WidthSettings = { patchSize: 16, inChannels: 3, size: 'B' };

/** N, P²C and D. */
export function widthsOf({ patchSize: P, inChannels: C, size }: WidthSettings) {
  return {
    patches: (imageSize / P) ** 2,
    inputs: P * P * C,
    outputs: vitSizes[size].embedDim,
  };
}

export function seen(settings: WidthSettings): string {
  const { patchSize: P, inChannels: C } = settings;
  const { inputs, outputs } = widthsOf(settings);
  const sum = `${P} · ${P} · ${C} = ${inputs}`;
  if (inputs === outputs)
    return `${sum}, and D = ${outputs}: the two widths are the same number, and E is square. Nothing asks for it; choose another patch or another model, and they part.`;
  return `${sum}, and D = ${outputs}: the patches’ rows are P²C wide, the tokens are D wide, and E, [${inputs}, ${outputs}], leads from the one to the other.`;
}
