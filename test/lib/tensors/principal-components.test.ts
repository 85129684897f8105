/** Principal components against NumPy's singular value decomposition. */
import { describe, expect, test } from 'vitest';
import {
  dot,
  orthonormal,
  principalComponents,
  symmetricEigen,
} from '../../../src/lib/tensors/principal-components.ts';
import fixture from '../../fixtures/principal.json';

describe('principal components', () => {
  test.each(fixture.cases)('of rows of $columns numbers are NumPy’s', (one) => {
    const { mean, components, energies } = principalComponents(one.values, one.columns);
    expect(components).toHaveLength(one.energies.length);
    one.mean.forEach((value, j) => expect(mean[j]).toBeCloseTo(value, 12));
    one.energies.forEach((value, i) =>
      expect((energies[i]! - value) / one.energies[0]!).toBeCloseTo(0, 12),
    );
    const flat = components.flatMap((row) => [...row]);
    one.components.forEach((value, i) => expect(flat[i]).toBeCloseTo(value, 6));
  });

  test('of rows that are all the same are none', () => {
    expect(principalComponents([1, 2, 1, 2, 1, 2], 2).components).toEqual([]);
  });
});

test('a matrix of two by two has the eigenvalues of its quadratic equation', () => {
  const { eigenvalues, eigenvectors } = symmetricEigen([
    Float64Array.of(2, 1),
    Float64Array.of(1, 2),
  ]);
  expect(eigenvalues[0]).toBeCloseTo(3, 14);
  expect(eigenvalues[1]).toBeCloseTo(1, 14);
  expect(Math.abs(eigenvectors[0]![0]!)).toBeCloseTo(Math.SQRT1_2, 14);
});

test('orthonormal rows are orthonormal, and the first keeps its direction', () => {
  const rows = orthonormal([Float64Array.of(3, 4, 0), Float64Array.of(1, 1, 1)]);
  expect([...rows[0]!]).toEqual([0.6, 0.8, 0]);
  expect(dot(rows[0]!, rows[1]!)).toBeCloseTo(0, 14);
  expect(dot(rows[1]!, rows[1]!)).toBeCloseTo(1, 14);
});
