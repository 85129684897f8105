/** The largest errors that count as agreement with PyTorch, max |a − b| / max(1, max |b|). */

/** Of an intermediate or a loss. */
export const forwardTolerance = 5e-6;
/** Of a gradient. */
export const gradientTolerance = 2e-5;
/** Of an optimiser's five steps. */
export const optimiserTolerance = 2e-5;

/** The same on float16 textures, whose numbers have 11 significant bits: of an intermediate or a loss, and of a gradient. */
export const halfForwardTolerance = 5e-3;
export const halfGradientTolerance = 1e-2;
