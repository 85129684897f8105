/** One feature of one shift as a map, and how it differs from the unshifted one when it is followed. */
import type { ShiftTestResult } from '../../../lib/engine/computations/shift-test.ts';

export interface FeatureMaps {
  /** [side, side]. */
  before: Float32Array;
  after: Float32Array;
  /** `after`, moved back by `places`, minus `before`; 0 where there is nothing to compare. */
  difference: Float32Array;
  side: number;
  /** Of all three the largest magnitude. */
  most: number;
}

export interface MapChoice {
  shift: number;
  feature: number;
  features: number;
  /** How far to the left the map is moved back, in its own cells, and how many cells at the edge count not. */
  places: number;
  margin: number;
}

export function featureMaps(
  values: ShiftTestResult['responses'],
  side: number,
  { shift, feature, features, places, margin }: MapChoice,
): FeatureMaps {
  const map = (at: number) =>
    Float32Array.from(
      { length: side * side },
      (_, i) => values[(at * side * side + i) * features + feature]!,
    );
  const [before, after] = [map(0), map(shift)];
  const inside = (at: number, end: number) => at >= margin && at < end - margin;
  const difference = before.map((value, i) => {
    const [y, x] = [Math.floor(i / side), i % side];
    return inside(y, side) && inside(x, side - places) ? after[i + places]! - value : 0;
  });
  const most = [...before, ...after].reduce((all, value) => Math.max(all, Math.abs(value)), 1e-9);
  return { before, after, difference, side, most };
}
