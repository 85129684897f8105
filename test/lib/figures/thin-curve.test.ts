import { describe, expect, test } from 'vitest';
import { curvePoints, extendCurve, thinCurve } from '../../../src/lib/figures/thin-curve.ts';

describe('a thin curve', () => {
  test('keeps every step of a short run', () => {
    const curve = extendCurve(thinCurve(200), [3, 2, 1], 3);
    expect(curvePoints(curve)).toEqual([
      { step: 1, value: 3 },
      { step: 2, value: 2 },
      { step: 3, value: 1 },
    ]);
  });

  test('averages steps of a long run, the unfinished bucket too', () => {
    const curve = extendCurve(thinCurve(1200, 400), [6, 3, 0, 9, 1], 5);
    expect(curve.bucket).toBe(3);
    expect(curvePoints(curve)).toEqual([
      { step: 2, value: 3 },
      { step: 4.5, value: 5 },
    ]);
  });

  test('does not depend on how the steps were delivered', () => {
    const values = [5, 1, 4, 2, 8, 7, 3];
    const atOnce = extendCurve(thinCurve(1200, 400), values, 7);
    const apart = extendCurve(
      extendCurve(thinCurve(1200, 400), values.slice(0, 2), 2),
      values.slice(2),
      7,
    );
    expect(apart).toEqual(atOnce);
  });

  test('never has more points than asked for', () => {
    for (const steps of [1, 199, 200, 201, 1200, 7001]) {
      const curve = extendCurve(thinCurve(steps), new Float32Array(steps), steps);
      expect(curvePoints(curve).length).toBeLessThanOrEqual(200);
    }
  });

  test('leaves the curve that it extends as it was', () => {
    const before = extendCurve(thinCurve(1200, 400), [1], 1);
    extendCurve(before, [2, 3], 3);
    expect(curvePoints(before)).toEqual([{ step: 1, value: 1 }]);
  });
});
