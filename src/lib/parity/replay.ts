/** Random numbers that were written down before: a stage that draws them can be compared with another library. */
import { createRandom, type Random } from '../tensors/random.ts';

/** A generator whose uniform numbers are the given ones, in order. Throws a RangeError when they run out. */
export function replay(draws: number[]): Random {
  let next = 0;
  const uniform = () => {
    if (next >= draws.length) throw new RangeError(`replay: only ${draws.length} draws were given`);
    return draws[next++];
  };
  return { ...createRandom(0), uniform };
}
