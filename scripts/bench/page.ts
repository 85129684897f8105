/** The browser's half of `npm run bench`: one contestant in one page, asked for one thing at a time. */
import type { Agreement, ContestantName, Floor } from '../../src/lib/io/bench-record.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';
import { agreementWithPlain } from './agreement.ts';
import { openers, type Contestant, type Loss } from './contestant.ts';
import { longestFrame } from './frames.ts';
import { countGlCalls } from './gl-calls.ts';
import { fetchWeights } from './weights.ts';

export interface Opened {
  /** Programs and all. */
  firstStepMs: number;
  secondStepMs: number;
  draws: number;
  programs: number;
  uploads: number;
  gpuBytes: number;
}

export interface Round {
  stepMs: number[];
  /** Empty where the library waits for the loss by itself. */
  submitMs: number[];
}

export interface BenchPage {
  /** Takes the first step, and a second one whose calls are counted. */
  open(name: ContestantName, settings: TrainingSettings): Promise<Opened>;
  /** Compares a fresh twin of the contestant with the plain path. */
  agreement(name: ContestantName, settings: TrainingSettings): Promise<Agreement>;
  /** After one step that does not count, steps for so long or longer, reading the loss every so many; null where each loss is read in any case. */
  round(ms: number, readEvery: number): Promise<Round | null>;
  /** The longest time between two frames while this page trains, ms. */
  frames(ms: number): Promise<number>;
  /** The same while a worker trains. */
  workerFrames(name: ContestantName, settings: TrainingSettings, ms: number): Promise<number>;
  floor(): Promise<Floor>;
  /** The largest difference of a parameter after single steps of both kinds from the states of a plain run. */
  singleSteps(settings: TrainingSettings): Promise<number>;
  /** The mean of the last ten losses of a whole run on garments. */
  finalLoss(name: 'plain' | 'fused', settings: TrainingSettings): Promise<number>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

let contestant: Contestant;

window.bench = {
  async open(name, settings) {
    const { counts, remove } = countGlCalls();
    const weights = await fetchWeights();
    contestant = await (await openers[name]())(settings, weights);
    const firstStepMs = await timed(stepAndRead);
    const { programs, draws, uploads } = counts;
    const secondStepMs = await timed(stepAndRead);
    remove();
    return {
      firstStepMs,
      secondStepMs,
      programs,
      draws: counts.draws - draws,
      uploads: counts.uploads - uploads,
      gpuBytes: counts.mostBytes,
    };
  },

  async agreement(name, settings) {
    const weights = await fetchWeights();
    const twin = await (await openers[name]())(settings, weights);
    return agreementWithPlain(await twin.gradients(), settings, weights);
  },

  async round(ms, readEvery) {
    if (readEvery > 1 && contestant.readsEachLoss) return null;
    const round: Round = { stepMs: [], submitMs: [] };
    // The GPU's process has forgotten the programs of whoever waited: the first step of a turn makes them again.
    await stepAndRead();
    const end = performance.now() + ms;
    do {
      const took = await timed(async () => {
        for (let step = 1; step <= readEvery; step++) {
          const called = performance.now();
          const loss = contestant.step();
          if (!(loss instanceof Promise)) round.submitMs.push(performance.now() - called);
          await used(await loss, step === readEvery);
        }
      });
      round.stepMs.push(took / readEvery);
    } while (performance.now() < end);
    return round;
  },

  frames: (ms) => longestFrame(() => window.bench.round(ms, 1)),

  async workerFrames(name, settings, ms) {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const answer = () =>
      new Promise<void>((resolve, reject) => {
        worker.onmessage = () => resolve();
        worker.onerror = ({ message }) => reject(new Error(message));
      });
    const ask = (message: WorkerTask) => {
      worker.postMessage(message);
      return answer();
    };
    try {
      await ask({ name, settings, ms: 0 }); // the first step
      return await longestFrame(() => ask({ name, settings, ms }));
    } finally {
      worker.terminate();
    }
  },

  floor: async () => (await import('./floor.ts')).measureFloor(),

  singleSteps: async (settings) => (await import('./single-steps.ts')).singleSteps(settings),

  finalLoss: async (name, settings) => (await import('./final-loss.ts')).finalLoss(name, settings),
};

export interface WorkerTask {
  name: ContestantName;
  settings: TrainingSettings;
  ms: number;
}

async function stepAndRead(): Promise<void> {
  await (await contestant.step()).read();
}

async function used(loss: Loss, read: boolean): Promise<void> {
  if (read) await loss.read();
  else loss.drop();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
