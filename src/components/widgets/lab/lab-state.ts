/**
 * What the lab knows: the knobs, the engine, the run under way and what it has shown so far.
 *
 * Life of a model: a `reset` is sent, or an `open` of a kept run (`building`), `ready` makes it the model that is trained
 * (`built`), and the next one replaces it. What the reader presses meanwhile is kept in `wish`.
 */
import { thinCurve, type ThinCurve } from '../../../lib/figures/thin-curve.ts';
import { configProblems } from '../../../lib/model/config.ts';
import type {
  LabEvaluation,
  LabProgress,
  LabReady,
  LabSnapshot,
  LabWalk,
} from '../../../lib/engine/lab-protocol.ts';
import type { EngineInfo } from '../../../lib/engine/protocol.ts';
import type { RunEvaluation, SavedRun } from '../../../lib/io/run-document.ts';
import { defaultSettings, type TrainingSettings } from '../../../lib/training/settings.ts';

export type LabButton = 'train' | 'pause' | 'step' | 'reset';
export type LabPhase = 'poster' | 'loading' | 'ready' | 'busy' | 'failed';

export interface LabState {
  /** What the knobs say. */
  settings: TrainingSettings;
  /** Whether the engine has been asked for. */
  starting: boolean;
  engine: EngineInfo | null;
  /** Data on its way. */
  loading: { text: string; loaded: number; total: number } | null;
  building: Building | null;
  built: TrainingSettings | null;
  /** Pressed while a model was being built. */
  wish: Exclude<LabButton, 'pause'> | null;
  running: boolean;
  /** What runs is a single step. */
  stepping: boolean;
  /** Pause was pressed; the engine finishes its step first. */
  pausing: boolean;
  finished: boolean;
  failure: string | null;
  /** Where the run stood, and why, when the engine itself went; null otherwise. */
  lost: { step: number; reason: string } | null;
  /** A kept run to go on with as soon as the engine is there. */
  next: string | null;
  model: LabReady | null;
  progress: Omit<LabProgress, 'losses' | 'accuracies' | 'gradientNorms'>;
  losses: ThinCurve;
  accuracies: ThinCurve;
  gradientNorms: ThinCurve;
  /** Loss and accuracy of the last steps, newest last. */
  recent: { losses: number[]; accuracies: number[] };
  evaluations: RunEvaluation[];
  /** The newest of them in full. */
  evaluation: LabEvaluation | null;
  /** On the test part; `asking` while it is being measured. */
  test: RunEvaluation | 'asking' | null;
  walk: LabWalk | null;
  /** The step that is safe, on this device or (not `lasting`) as long as the page is open; null while none is. */
  kept: { step: number; lasting: boolean } | null;
  /** Something to tell with the next model: why it is not the one that was asked for. */
  told: string | null;
  /** What the reader should know of how the run at hand came about; null when nothing. */
  note: string | null;
  /** Why the run cannot be kept. */
  unkept: string | null;
  snapshot: LabSnapshot | null;
  /** The image of the gallery that the reader chose. */
  watched: number;
  /** A picture of the reader's own, classified with the gallery: [S, S, C], 0 to 255. */
  own: Uint8Array | null;
  /** How fast this device trains a model, and which. */
  measured: Pace | null;
  /** Whether any figure that is drawn from snapshots is in sight. */
  seesSnapshots: boolean;
  /** Training waits while the tab is hidden. */
  pauseWhenHidden: boolean;
  /** Paused because the tab is hidden: goes on when it is seen again. */
  asleep: boolean;
  /** The last thing worth saying aloud. */
  announcement: string;
}

/** What is being made ready: a fresh model, a kept run or an imported one. */
export type Building =
  | { type: 'reset'; settings: TrainingSettings }
  | { type: 'open'; id: string }
  | { type: 'adopt'; run: SavedRun };

export interface Pace {
  imagesPerSecond: number;
  settings: TrainingSettings;
}

/** Steps over which the training numbers are averaged. */
export const recentSteps = 20;

/** Everything that belongs to one run, at its step 0. */
export function freshRun({ totalSteps }: TrainingSettings) {
  return {
    progress: { step: 0, epoch: 0, imagesPerSecond: 0, learningRate: 0 },
    losses: thinCurve(totalSteps),
    accuracies: thinCurve(totalSteps),
    gradientNorms: thinCurve(totalSteps),
    recent: { losses: [], accuracies: [] },
    evaluations: [],
    evaluation: null,
    test: null,
    walk: null,
    kept: null,
    unkept: null,
    snapshot: null,
    asleep: false,
    running: false,
    stepping: false,
    pausing: false,
    finished: false,
  } satisfies Partial<LabState>;
}

export function initialState(settings = defaultSettings): LabState {
  return {
    settings,
    starting: false,
    engine: null,
    loading: null,
    building: null,
    built: null,
    wish: null,
    failure: null,
    lost: null,
    note: null,
    told: null,
    next: null,
    model: null,
    watched: 0,
    own: null,
    measured: null,
    seesSnapshots: true,
    pauseWhenHidden: false,
    announcement: '',
    ...freshRun(settings),
  };
}

/** The state that the page shows as `data-state`. */
export function phaseOf(state: LabState): LabPhase {
  if (state.failure !== null) return 'failed';
  if (!state.starting && !state.engine) return 'poster';
  if (!state.built) return 'loading';
  return state.running || state.building ? 'busy' : 'ready';
}

/** Sentences that say why a run cannot start, with both numbers; empty when it can. */
export function settingsProblems(settings: TrainingSettings): string[] {
  const { seed, batchSize, trainImages } = settings;
  const problems = configProblems(settings.model);
  if (!Number.isInteger(seed) || seed < 0 || seed > largestSeed)
    problems.push(`seed: not a whole number from 0 to ${largestSeed}`);
  if (batchSize > trainImages)
    problems.push(`batch: ${batchSize} pictures a step, but only ${trainImages} to train on`);
  return problems;
}

export const largestSeed = 999_999;

/** Whether the knobs say something else than the model was built with. */
export function settingsChanged({ settings, building, built }: LabState): boolean {
  const used = building ? plannedSettings(building) : built;
  return used !== null && JSON.stringify(settings) !== JSON.stringify(used);
}

/** The settings of what is being made ready; null while they are not known. */
function plannedSettings(building: Building): TrainingSettings | null {
  if (building.type === 'open') return null;
  return building.type === 'reset' ? building.settings : building.run.summary.settings;
}

/** Which buttons can be pressed; a sentence says why one cannot. */
export function buttonReasons(state: LabState): Record<LabButton, string | null> {
  const problem = settingsProblems(state.settings)[0] ?? null;
  const changed = settingsChanged(state);
  const over = state.finished && !changed ? 'This run is finished: Reset begins a new one.' : null;
  const training = state.running && !state.pausing && !changed ? 'Training is under way.' : null;
  const canPause = state.running || state.wish === 'train';
  return {
    train: problem ?? over ?? training,
    pause: state.pausing ? 'Pausing.' : canPause ? null : 'Nothing is being trained.',
    step: problem ?? over,
    reset: problem,
  };
}

/** The mean of the last steps, NaN when there is none. */
export function recentMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
