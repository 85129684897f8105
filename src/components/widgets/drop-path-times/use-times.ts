/** Measures round by round, one request each, so that other widgets get their turn in between. */
import { useRef, useState } from 'preact/hooks';
import type { DropPathTimesResult } from '../../../lib/engine/computations/drop-path-times.ts';
import type { BackendName } from '../../../lib/engine/protocol.ts';
import type { WidgetState } from '../engine/use-computation.ts';
import { roundRequest, rounds, type SizeName } from './settings.ts';
import { noRuns, type Runs } from './words.ts';

export interface Times {
  state: WidgetState;
  backend?: BackendName;
  announcement?: string | null;
  failure?: string;
  runs: Runs;
  last: DropPathTimesResult | null;
}

/** Nothing is measured before a press: the widget is ready as soon as the page runs. */
export function useTimes() {
  const [times, setTimes] = useState<Times>({ state: 'ready', runs: noRuns, last: null });
  /** Counts what has been begun: an older loop stops when it sees a newer number. */
  const turn = useRef(0);
  const update = (change: Partial<Times>) => setTimes((before) => ({ ...before, ...change }));

  async function measure(size: SizeName): Promise<void> {
    const mine = ++turn.current;
    let runs = noRuns;
    update({ state: 'busy', runs, last: null, failure: undefined });
    try {
      const { startEngine } = await import('../../../lib/engine/client.ts');
      const engine = await startEngine();
      for (let round = 0; round <= rounds; round++) {
        const request = roundRequest(size, round);
        const { result, info } = await engine.compute('drop-path-times', 'dropPathTimes', request);
        if (turn.current !== mine) return;
        if (round > 0) runs = added(runs, result);
        update({ runs, last: result, ...info });
      }
      update({ state: 'ready' });
    } catch (error) {
      if (turn.current === mine) update({ state: 'failed', failure: (error as Error).message });
    }
  }

  function stop(): void {
    turn.current += 1;
    update({ state: 'ready' });
  }

  function clear(): void {
    turn.current += 1;
    update({ state: 'ready', runs: noRuns, last: null, failure: undefined });
  }

  return { times, measure: (size: SizeName) => void measure(size), stop, clear };
}

const added = (runs: Runs, { milliseconds }: DropPathTimesResult): Runs => ({
  none: [...runs.none, milliseconds.none],
  masked: [...runs.masked, milliseconds.masked],
  skipped: [...runs.skipped, milliseconds.skipped],
});
