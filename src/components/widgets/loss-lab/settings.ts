/** Four classes whose logits can be moved. */
export const classNames = ['sandal', 'sneaker', 'bag', 'ankle boot'] as const;

export interface LossSettings {
  logits: readonly number[];
  /** Index of the right class. */
  right: number;
  /** ε, 0 to 1. */
  smoothing: number;
}

export const defaults: LossSettings = { logits: [0.5, 2, -1, 2.5], right: 3, smoothing: 0 };

/** The sliders' ends. */
export const largestLogit = 8;
export const largestSmoothing = 0.5;
