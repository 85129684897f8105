/** What "What attention costs" starts with, and what can be chosen. */
export const quantities = ['multiply-adds', 'memory'] as const;

export interface CostSettings {
  /** G, patches along a side. */
  grid: number;
  /** D and H. */
  embedDim: number;
  numHeads: number;
  quantity: (typeof quantities)[number];
}

/** ViT-Ti/16 at 224 pixels. */
export const defaults: CostSettings = {
  grid: 14,
  embedDim: 192,
  numHeads: 3,
  quantity: 'multiply-adds',
};

export const widths = [32, 64, 192, 384, 768, 1024];
/** M / D. */
export const mlpRatio = 4;

/** G at both ends of the chart. */
export const grids = { least: 2, most: 96 };

/** What is measured: at these grids, with this many runs each. */
export const measuredGrids = [4, 7, 14, 24];
export const runs = 3;
export const seed = 1;
