/** How training pictures are changed before the model sees them: the settings, their ranges, and what suits which set. */
import type { DataName } from './data-sets.ts';

/** Every kind can be off. */
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

/** Smallest and largest value of each kind that has a number. */
export const augmentationRanges = {
  shift: [0, 4],
  crop: [0.5, 1],
  erase: [0, 1],
  mixup: [0, 2],
} as const satisfies Record<Exclude<keyof Augmentation, 'flip'>, readonly [number, number]>;

/** What is wrong with the settings, in sentences; none when they can be used. */
export function augmentationProblems(augmentation: Augmentation): string[] {
  const problems = Object.entries(augmentationRanges)
    .map(([kind, [low, high]]) => {
      const value = augmentation[kind as keyof typeof augmentationRanges];
      const within = value >= low && value <= high;
      return within ? null : `augmentation: ${kind} is ${value}, not between ${low} and ${high}`;
    })
    .filter((problem) => problem !== null);
  const { shift } = augmentation;
  const whole = Number.isInteger(shift);
  return whole ? problems : [...problems, `augmentation: shift is ${shift}, not whole pixels`];
}

type Kind = keyof Augmentation;

/** Kinds that change what a label says, and how. Mixup suits every set: it blends the labels too. */
const unsuited: Record<DataName, { kinds: Kind[]; because: string }> = {
  garments: { kinds: [], because: '' },
  'shapes-relation': {
    kinds: ['shift', 'flip', 'crop', 'erase'],
    because: 'the answer is where two shapes lie: a mirror swaps left and right, the others cut shapes away', // prettier-ignore
  },
  'shapes-position': {
    kinds: ['shift', 'flip', 'crop', 'erase'],
    because: 'the answer is where the red shape lies, and these move it or cut it away',
  },
  'shapes-texture': {
    kinds: ['crop', 'erase'],
    because: 'the answer lies on the red shape, which these may cut away',
  },
  drawings: { kinds: [], because: '' },
};

export interface SuitedAugmentation {
  augmentation: Augmentation;
  /** Which kinds were left out and why, in a sentence; null when none was. */
  note: string | null;
}

/** The augmentation with those kinds off that would make a set's labels untrue. */
export function augmentationFor(data: DataName, augmentation: Augmentation): SuitedAugmentation {
  const { kinds, because } = unsuited[data];
  const wanted = kinds.filter((kind) => augmentation[kind] !== noAugmentation[kind]);
  if (wanted.length === 0) return { augmentation, note: null };
  const off = Object.fromEntries(wanted.map((kind) => [kind, noAugmentation[kind]]));
  return {
    augmentation: { ...augmentation, ...off },
    note: `Left out here: ${wanted.join(', ')}; ${because}.`,
  };
}

/** The colour that a shift brings in at the edge, 0 to 255: paper on Shapes, black on garments and drawings. */
export function backgroundOf(data: DataName): number {
  return data.startsWith('shapes-') ? 226 : 0;
}
