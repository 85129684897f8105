/** Runs every stage's fixture on the reader's device, one after the other. */
import type { ParityFixture } from '../../../lib/parity/fixture.ts';
import type { Largest } from '../../../lib/parity/rows.ts';
import type { EngineInfo } from '../../../lib/engine/protocol.ts';

export interface Check {
  state: 'poster' | 'loading' | 'busy' | 'ready' | 'failed';
  engine?: EngineInfo;
  /** By `rowKey`. */
  errors: Record<string, Largest>;
  /** Stages that are done. */
  done: number;
  failure?: string;
}

export const unchecked: Check = { state: 'poster', errors: {}, done: 0 };

export const rowKey = (stage: string, variant: string) => `${stage}: ${variant}`;

/** Reports after each stage; a failure ends the check and keeps what was found. */
export async function checkDevice(
  stages: readonly string[],
  report: (check: Check) => void,
): Promise<void> {
  let check: Check = { ...unchecked, state: 'loading' };
  const update = (change: Partial<Check>) => report((check = { ...check, ...change }));
  update({});
  try {
    const { startEngine } = await import('../../../lib/engine/client.ts');
    const engine = await startEngine();
    update({ state: 'busy', engine: engine.info });
    for (const stage of stages) {
      const fixture = await loadFixture(stage);
      const { result, info } = await engine.compute('parity', 'parity', fixture);
      const found = result.map(({ variant, largest }) => [rowKey(stage, variant), largest]);
      const errors = { ...check.errors, ...Object.fromEntries(found) };
      update({ errors, done: check.done + 1, engine: info });
    }
    update({ state: 'ready' });
  } catch (error) {
    update({ state: 'failed', failure: (error as Error).message });
  }
}

async function loadFixture(stage: string): Promise<ParityFixture> {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const response = await fetch(`${base}parity/${stage}.json`);
  if (!response.ok)
    throw new Error(`the fixture of ${stage} could not be loaded (${response.status})`);
  return (await response.json()) as ParityFixture;
}

/** The largest of all errors found, forward and backward. */
export function largestError(errors: Record<string, Largest>): number {
  return Math.max(
    0,
    ...Object.values(errors).flatMap(({ forward, gradient }) => [forward, gradient ?? 0]),
  );
}
