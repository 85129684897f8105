/** How far a change of one token reaches: plain numbers of the differences that the engine found. */
export interface Reach {
  /** How many tokens differ at all. */
  changed: number;
  /** The changed token's own largest difference, and the largest of all others. */
  own: number;
  elsewhere: number;
}

/** `differences`: each token's largest |difference|, [T]. */
export function reachOf(differences: ArrayLike<number>, token: number): Reach {
  const all = Array.from(differences);
  return {
    changed: all.filter((difference) => difference > 0).length,
    own: all[token]!,
    elsewhere: Math.max(0, ...all.filter((_, t) => t !== token)),
  };
}
