/** A stage's PyTorch fixture, run where the engine runs: the largest error of every case. */
import type { ParityFixture } from '../../parity/fixture.ts';
import type { Largest } from '../../parity/rows.ts';

export interface CheckedCase {
  variant: string;
  largest: Largest;
}

/** Loads every stage's runner on first use: the engine starts without them. */
export async function parity(fixture: ParityFixture): Promise<CheckedCase[]> {
  const [{ checkParity }, { largest }] = await Promise.all([
    import('../../parity/check.ts'),
    import('../../parity/rows.ts'),
  ]);
  const results = await checkParity(fixture);
  return results.map((result) => ({ variant: result.variant, largest: largest(result) }));
}
