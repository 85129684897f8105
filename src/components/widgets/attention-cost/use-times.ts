/** Measures the attention stage and the MLP stage on the reader's device, one number of tokens after the other. */
import { useRef, useState } from 'preact/hooks';
import { runComputation, type Computation } from '../engine/use-computation.ts';
import { measuredGrids, mlpRatio, runs, seed, type CostSettings } from './settings.ts';

export interface MeasuredTime {
  tokens: number;
  /** Milliseconds. */
  attention: number;
  mlp: number;
}

export interface Times extends Computation<'attentionTimes'> {
  times: readonly MeasuredTime[];
  /** What was measured. */
  embedDim?: number;
  numHeads?: number;
}

/** The times so far, a way to measure, and a way to stop: what is under way is thrown away. */
export function useTimes(): [Times, (settings: CostSettings) => void, () => void] {
  const [found, setFound] = useState<Times>({ state: 'ready', times: [] });
  const newest = useRef(0);

  async function measure({ embedDim, numHeads }: CostSettings): Promise<void> {
    const mine = ++newest.current;
    const update = (change: Partial<Times>) =>
      mine === newest.current && setFound((before) => ({ ...before, ...change }));
    update({ state: 'busy', times: [], embedDim, numHeads, failure: undefined });
    let milliseconds = 0;
    try {
      for (const grid of measuredGrids) {
        if (mine !== newest.current) return;
        const request = { tokens: grid ** 2 + 1, embedDim, numHeads, mlpRatio, runs, seed };
        const one = await runComputation('attention-cost', 'attentionTimes', () => request);
        milliseconds += one.milliseconds!;
        const time = { tokens: request.tokens, ...one.result! };
        if (mine === newest.current)
          setFound((before) => ({
            ...before,
            ...one,
            milliseconds,
            times: [...before.times, time],
          }));
      }
      update({ state: 'ready' });
    } catch (error) {
      if ((error as Error).name !== 'SupersededError')
        update({ state: 'failed', failure: (error as Error).message });
    }
  }

  function stop(): void {
    newest.current += 1;
    setFound((before) => ({ ...before, state: 'ready' }));
  }

  return [found, (settings) => void measure(settings), stop];
}
