/** How training pictures are changed before the model sees them; every kind can be off. */
export interface Augmentation {
  /** Largest shift along each axis, whole pixels; what comes in at the edge is the set's background. 0: none. */
  shift: number;
  /** Mirror left and right with probability one half. */
  flip: boolean;
  /** Smallest side of a random crop as a share of the picture's, resized back to the whole. 1: none. */
  crop: number;
  /** Probability that a random rectangle is blotted out, 0 to 1. */
  erase: number;
  /** α of mixup's Beta(α, α); 0: none. */
  mixup: number;
}

export const noAugmentation: Augmentation = { shift: 0, flip: false, crop: 1, erase: 0, mixup: 0 };
