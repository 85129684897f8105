/** Every stage and variant against PyTorch's fixtures, on whichever backend is current. */
import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { checkParity, type CaseResult } from '../../src/lib/parity/check.ts';
import type { ParityFixture } from '../../src/lib/parity/fixture.ts';
import type { ParityTable } from '../../src/lib/parity/rows.ts';
import {
  forwardTolerance,
  gradientTolerance,
  optimiserTolerance,
} from '../../src/lib/parity/tolerances.ts';
import { staleRows, updatedTable } from './table.ts';

interface Options {
  backend: 'cpu' | 'webgl';
  /** content/parity.json. */
  readTable(): Promise<ParityTable | null>;
  writeTable(table: ParityTable): Promise<void>;
}

/** Registers a test for each fixture, and one for the table of them all. */
export function stageParity(fixtures: ParityFixture[], options: Options): void {
  const results = new Map<string, CaseResult[]>();

  describe('every stage equals PyTorch', () => {
    for (const fixture of fixtures)
      test(fixture.stage, async () => {
        const before = memory().numTensors;
        const cases = await checkParity(fixture);
        expect(memory().numTensors).toBe(before);
        expect(cases.length).toBe(fixture.cases.length);
        cases.forEach((one) => expectAgreement(fixture.stage, one));
        results.set(fixture.stage, cases);
      });
  });

  test('the table of parity is not stale', async () => {
    const { backend, readTable, writeTable } = options;
    const table = await readTable();
    const fresh = updatedTable(table, fixtures, results, backend);
    if (import.meta.env.VITE_UPDATE_PARITY) return writeTable(fresh);
    expect(staleRows(table!, fresh, backend), 'run `npm run parity`').toEqual([]);
  });
}

function expectAgreement(stage: string, { variant, forward, gradients }: CaseResult): void {
  const tolerance = stage === 'optimiser' ? optimiserTolerance : forwardTolerance;
  expect(Object.keys(forward).length).toBeGreaterThan(0);
  for (const [name, error] of Object.entries(forward))
    expect(error, `${variant}: ${name}`).toBeLessThanOrEqual(tolerance);
  for (const [name, error] of Object.entries(gradients))
    expect(error, `${variant}: gradient of ${name}`).toBeLessThanOrEqual(gradientTolerance);
}
