/** The parts of an exported run, and the names within them. */
export const partNames = {
  model: 'model.safetensors',
  best: 'best.safetensors',
  training: 'training.safetensors',
  document: 'run.json',
  curves: 'curves.csv',
  card: 'MODEL_CARD.md',
  samples: 'samples.safetensors',
  script: 'run.py',
} as const;

/** Before the names of the best parameters in `training.safetensors`. */
export const bestPrefix = 'best.';

/** The entry of the metadata of `model.safetensors` that describes its run. */
export const descriptionKey = 'four-equations-run';
