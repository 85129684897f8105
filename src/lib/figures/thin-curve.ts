/**
 * A curve that stays small however long a run is: each point is the mean of a fixed number of steps.
 *
 * The number of steps per point is chosen once, from the planned length, so that no point moves later.
 */
export interface CurvePoint {
  step: number;
  value: number;
}

export interface ThinCurve {
  /** Steps averaged into one point. */
  readonly bucket: number;
  /** Whole buckets. */
  readonly points: readonly CurvePoint[];
  /** The steps of the last bucket, which is not full yet. */
  readonly rest: readonly CurvePoint[];
}

/** An empty curve for a run of `totalSteps`, with at most `mostPoints` points. */
export function thinCurve(totalSteps: number, mostPoints = 200): ThinCurve {
  return { bucket: Math.max(1, Math.ceil(totalSteps / mostPoints)), points: [], rest: [] };
}

/** The curve with the values of the steps up to and including `lastStep`, one value per step. */
export function extendCurve(
  curve: ThinCurve,
  values: ArrayLike<number>,
  lastStep: number,
): ThinCurve {
  const points = curve.points.slice();
  let rest = curve.rest.slice();
  for (let i = 0; i < values.length; i++) {
    rest.push({ step: lastStep - values.length + 1 + i, value: values[i]! });
    if (rest.length < curve.bucket) continue;
    points.push(meanPoint(rest));
    rest = [];
  }
  return { bucket: curve.bucket, points, rest };
}

/** Every point to draw; the last one may be the mean of fewer steps. */
export function curvePoints(curve: ThinCurve): CurvePoint[] {
  return curve.rest.length > 0 ? [...curve.points, meanPoint(curve.rest)] : [...curve.points];
}

function meanPoint(points: readonly CurvePoint[]): CurvePoint {
  const mean = (pick: (point: CurvePoint) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  return { step: mean((point) => point.step), value: mean((point) => point.value) };
}
