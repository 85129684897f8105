/** What "A side that does not fit" starts with, and what can be chosen. */

export interface SideSettings {
  /** Of the picture, pixels. */
  width: number;
  height: number;
  /** P, pixels. */
  patchSize: number;
}

export const smallest = 40;
export const largest = 112;
export const patchSizes = [8, 14, 16, 32];
export const defaults: SideSettings = { width: 102, height: 76, patchSize: 16 };
