/** How the lab's state answers to the reader and to the engine: a new state, and commands for the engine. */
import { extendCurve } from '../../../lib/figures/thin-curve.ts';
import type { EngineInfo, LabCommand, LabEvent } from '../../../lib/engine/protocol.ts';
import type { TrainingSettings } from '../../../lib/training/settings.ts';
import {
  buttonReasons,
  freshRun,
  recentSteps,
  settingsChanged,
  settingsProblems,
  type LabButton,
  type LabState,
} from './lab-state.ts';
import { announceEvaluation, announcePause, announceReady } from './lab-words.ts';

export type LabAction =
  | { type: 'engineStarting' }
  | { type: 'engineStarted'; info: EngineInfo }
  | { type: 'engineFailed'; reason: string }
  | { type: 'event'; event: LabEvent }
  | { type: 'press'; button: LabButton }
  | { type: 'set'; settings: TrainingSettings }
  | { type: 'watch'; image: number };

export interface LabUpdate {
  state: LabState;
  commands: LabCommand[];
}

/** The state after an action, and what to tell the engine. */
export function update(state: LabState, action: LabAction): LabUpdate {
  switch (action.type) {
    case 'engineStarting':
      return only({ ...state, starting: true, failure: null });
    case 'engineStarted':
      return build({ ...state, starting: false, engine: action.info }, state.wish);
    case 'engineFailed':
      return only({ ...state, starting: false, wish: null, ...failed(action.reason) });
    case 'event':
      return hear(state, action.event);
    case 'press':
      return press(state, action.button);
    case 'set':
      return only({ ...state, settings: action.settings });
    case 'watch':
      return { state: { ...state, watched: action.image }, commands: watch(state, action.image) };
  }
}

function press(state: LabState, button: LabButton): LabUpdate {
  if (buttonReasons(state)[button] !== null) return only(state);
  if (button === 'pause') return pause(state);
  if (!state.engine || state.building) return only({ ...state, wish: button });
  if (button === 'reset') return build(state, null);
  if (settingsChanged(state) || !state.built || state.failure !== null) return build(state, button);
  return { state: { ...state, running: true, pausing: false }, commands: [{ type: button }] };
}

function pause(state: LabState): LabUpdate {
  const commands: LabCommand[] = state.running ? [{ type: 'pause' }] : [];
  return { state: { ...state, wish: null, pausing: state.running }, commands };
}

/** Asks for a model with the knobs' settings; the wish is granted when it is ready. */
function build(state: LabState, wish: LabState['wish']): LabUpdate {
  const { settings } = state;
  if (settingsProblems(settings).length > 0) return only({ ...state, wish: null });
  return {
    state: { ...state, building: settings, wish, failure: null, running: false, pausing: false },
    commands: [{ type: 'reset', settings }],
  };
}

function hear(state: LabState, event: LabEvent): LabUpdate {
  switch (event.type) {
    case 'loading':
      return only({ ...state, loading: event.loaded < event.total ? event : null });
    case 'ready':
      return ready(state, event);
    case 'failed':
      return only({ ...state, building: null, loading: null, wish: null, ...failed(event.reason) });
    default:
      return only(state.building ? state : follow(state, event));
  }
}

/** A model stands at step 0: show it, and do what was pressed meanwhile. */
function ready(state: LabState, model: Extract<LabEvent, { type: 'ready' }>): LabUpdate {
  if (!state.building) return only(state);
  const { wish, building } = state;
  const shown: LabState = {
    ...state,
    ...freshRun(building),
    model,
    built: building,
    building: null,
    loading: null,
    wish: null,
    watched: Math.min(state.watched, model.gallery.count - 1),
    announcement: announceReady(model.parameterCount),
  };
  if (wish !== null && settingsChanged(shown)) return build(shown, wish);
  const commands = shown.watched > 0 ? watch(shown, shown.watched) : [];
  if (wish === null || wish === 'reset') return { state: shown, commands };
  return { state: { ...shown, running: true }, commands: [...commands, { type: wish }] };
}

/** What a run tells of itself. */
function follow(
  state: LabState,
  event: Exclude<LabEvent, { type: 'loading' | 'ready' | 'failed' }>,
): LabState {
  switch (event.type) {
    case 'progress': {
      const { losses, accuracies, step, epoch, imagesPerSecond, learningRate } = event;
      return {
        ...state,
        running: true, // a `paused` that crossed a `train` on its way may have said otherwise
        progress: { step, epoch, imagesPerSecond, learningRate },
        losses: extendCurve(state.losses, losses, step),
        accuracies: extendCurve(state.accuracies, accuracies, step),
        recent: {
          losses: [...state.recent.losses, ...losses].slice(-recentSteps),
          accuracies: [...state.recent.accuracies, ...accuracies].slice(-recentSteps),
        },
      };
    }
    case 'evaluation':
      return {
        ...state,
        evaluations: [...state.evaluations, event],
        announcement: announceEvaluation(state, event),
      };
    case 'snapshot':
      return { ...state, snapshot: event };
    case 'paused':
      return {
        ...state,
        running: false,
        pausing: false,
        finished: event.finished,
        announcement: announcePause(state, event.finished),
      };
  }
}

function watch({ model, building }: LabState, image: number): LabCommand[] {
  return model && !building ? [{ type: 'watch', image }] : [];
}

const failed = (reason: string) => ({
  failure: reason,
  running: false,
  pausing: false,
  announcement: reason,
});
const only = (state: LabState): LabUpdate => ({ state, commands: [] });
