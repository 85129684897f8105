/** Trains the table in short bursts: one request after the other, until the steps are done or the reader pauses. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { GrowPositionsResult } from '../../../lib/engine/computations/grow-positions.ts';
import type { Engine } from '../../../lib/engine/client.ts';
import type { BackendName } from '../../../lib/engine/protocol.ts';
import type { WidgetState } from '../engine/use-computation.ts';
import { burst, growthRequest, totalSteps, type GrowthTask } from './settings.ts';

/** One table: what the engine said last, and every loss since its first step. */
export interface Run {
  result: GrowPositionsResult;
  losses: readonly number[];
}

export interface Growth {
  state: WidgetState;
  backend?: BackendName;
  announcement?: string | null;
  /** Milliseconds that a step took in the last burst. */
  pace?: number;
  failure?: string;
  /** Each question's own table. */
  runs: Partial<Record<GrowthTask, Run>>;
}

export interface GrowthControls {
  growth: Growth;
  train: () => void;
  pause: () => void;
  reset: () => void;
  tryAgain: () => void;
}

const openEngine = async () => (await import('../../../lib/engine/client.ts')).startEngine();

/** `task` and `seed` decide which table is trained; a new seed starts both anew. */
export function useGrowth(task: GrowthTask, seed: number): GrowthControls {
  const [growth, setGrowth] = useState<Growth>({ state: 'poster', runs: {} });
  const [attempt, setAttempt] = useState(0);
  const runs = useRef<Growth['runs']>({});
  /** Counts what has been begun: an older loop stops when it sees a newer number. */
  const turn = useRef(0);

  const update = (change: Partial<Growth>) => setGrowth((before) => ({ ...before, ...change }));
  const fail = (error: Error) => {
    if (error.name !== 'SupersededError') update({ state: 'failed', failure: error.message });
  };

  /** Takes `steps` steps of a task; tells whether this turn is still the newest. */
  async function advance(engine: Engine, of: GrowthTask, steps: number, mine: number) {
    const before = runs.current[of];
    const request = { ...growthRequest(of, seed), steps, state: before?.result.state ?? null };
    const { result, milliseconds, info } = await engine.compute('table-grows', 'growPositions', request); // prettier-ignore
    if (turn.current !== mine) return false;
    const losses = [...(before?.losses ?? []), ...result.losses];
    runs.current = { ...runs.current, [of]: { result, losses } };
    update({
      runs: runs.current,
      ...(steps > 0 ? { pace: milliseconds / steps } : {}),
      backend: info.backend,
      announcement: info.announcement,
    });
    return true;
  }

  async function train(): Promise<void> {
    const mine = ++turn.current;
    update({ state: 'busy' });
    try {
      const engine = await openEngine();
      while ((runs.current[task]?.result.state.step ?? 0) < totalSteps)
        if (!(await advance(engine, task, burst, mine))) return;
      if (turn.current === mine) update({ state: 'ready' });
    } catch (error) {
      if (turn.current === mine) fail(error as Error);
    }
  }

  function pause(): void {
    turn.current += 1;
    update({ state: 'ready' });
  }

  /** A look at the tables as they stand before the first step. */
  async function begin(): Promise<void> {
    const mine = ++turn.current;
    runs.current = {};
    setGrowth((before) => ({ ...before, state: before.backend ? 'ready' : 'loading' }));
    try {
      const engine = await openEngine();
      for (const of of ['grid', 'index'] as const)
        if (!(await advance(engine, of, 0, mine))) return;
      update({ state: 'ready', failure: undefined });
    } catch (error) {
      if (turn.current === mine) fail(error as Error);
    }
  }

  useEffect(() => {
    void begin();
    return () => void (turn.current += 1);
  }, [seed, attempt]);

  /** A question that is changed stops the training of the other. */
  useEffect(() => {
    if (growth.state === 'busy') pause();
  }, [task]);

  return {
    growth,
    train: () => void train(),
    pause,
    reset: () => void begin(),
    tryAgain: () => setAttempt(attempt + 1),
  };
}
