/** How the lab's state answers to the reader and to the engine: a new state, and commands for the engine. */
import type { LabCommand, LabEvent } from '../../../lib/engine/lab-protocol.ts';
import type { EngineInfo } from '../../../lib/engine/protocol.ts';
import type { SavedRun } from '../../../lib/io/run-document.ts';
import type { TrainingSettings } from '../../../lib/training/settings.ts';
import { cpuSentence, cpuSettings, isDefault } from './cpu-settings.ts';
import { divergenceSentence } from './divergence-words.ts';
import { follow, ownFits, withModel } from './lab-hear.ts';
import {
  buttonReasons,
  settingsChanged,
  settingsProblems,
  type Building,
  type LabButton,
  type LabState,
} from './lab-state.ts';

export type LabAction =
  | { type: 'engineStarting' }
  | { type: 'engineStarted'; info: EngineInfo }
  | { type: 'engineFailed'; reason: string }
  | { type: 'event'; event: LabEvent }
  | { type: 'press'; button: LabButton }
  | { type: 'set'; settings: TrainingSettings }
  /** What the address asks for, and what of it was refused. */
  | { type: 'linked'; settings: TrainingSettings; problems: readonly string[] }
  | { type: 'watch'; image: number }
  | { type: 'open'; id: string }
  | { type: 'adopt'; run: SavedRun }
  | { type: 'own'; pixels: Uint8Array | null }
  | { type: 'sight'; snapshots: boolean }
  | { type: 'test' }
  | { type: 'whenHidden'; pause: boolean }
  | { type: 'hidden'; hidden: boolean };

export interface LabUpdate {
  state: LabState;
  commands: LabCommand[];
}

/** The state after an action, and what to tell the engine. */
export function update(state: LabState, action: LabAction): LabUpdate {
  switch (action.type) {
    case 'engineStarting':
      return only({ ...state, starting: true, failure: null });
    case 'engineStarted': {
      const started = fitted({ ...state, starting: false, engine: action.info });
      return state.next !== null ? open(started, state.next) : build(started, state.wish);
    }
    case 'engineFailed':
      return only({ ...state, starting: false, wish: null, ...failed(action.reason) });
    case 'event':
      return hear(state, action.event);
    case 'press':
      return press(state, action.button);
    case 'set':
      return only({ ...state, settings: action.settings });
    case 'linked': {
      const { settings, problems } = action;
      return only({ ...state, settings, told: problems.join(' ') || null });
    }
    case 'watch':
      return { state: { ...state, watched: action.image }, commands: watch(state, action.image) };
    case 'open':
      return state.engine ? open(state, action.id) : only({ ...state, next: action.id });
    case 'adopt':
      return make(state, action, null);
    case 'own':
      return own(state, action.pixels);
    case 'sight':
      return sight({ ...state, seesSnapshots: action.snapshots });
    case 'test':
      return { state: { ...state, test: 'asking' }, commands: [{ type: 'test' }] };
    case 'whenHidden':
      return only({ ...state, pauseWhenHidden: action.pause });
    case 'hidden':
      return hide(state, action.hidden);
  }
}

function press(state: LabState, button: LabButton): LabUpdate {
  if (buttonReasons(state)[button] !== null) return only(state);
  if (button === 'pause') return pause(state);
  if (!state.engine || state.building) return only({ ...state, wish: button });
  if (button === 'reset') return build(state, null);
  if (settingsChanged(state) || !state.built || state.failure !== null) return build(state, button);
  return start(state, button);
}

/** Training or a single step begins. */
function start(state: LabState, button: 'train' | 'step'): LabUpdate {
  const running = { running: true, stepping: button === 'step', pausing: false };
  return { state: { ...state, ...running }, commands: [{ type: button }] };
}

function pause(state: LabState): LabUpdate {
  const commands: LabCommand[] = state.running ? [{ type: 'pause' }] : [];
  return { state: { ...state, wish: null, pausing: state.running, asleep: false }, commands };
}

/** A hidden tab pauses the run if the reader wants it to, and goes on when it is seen again. */
function hide(state: LabState, hidden: boolean): LabUpdate {
  if (hidden && state.pauseWhenHidden && state.running && !state.pausing) {
    const { state: paused, commands } = pause(state);
    return { state: { ...paused, asleep: true }, commands };
  }
  if (hidden || !state.asleep) return only(state);
  return start({ ...state, asleep: false }, 'train');
}

/** Asks for a model with the knobs' settings; the wish is granted when it is ready. */
function build(state: LabState, wish: LabState['wish']): LabUpdate {
  const { settings } = state;
  if (settingsProblems(settings).length > 0) return only({ ...state, wish: null });
  return make(state, { type: 'reset', settings }, wish);
}

/** Asks for a kept run; one that was lost in mid-training goes on by itself. */
function open(state: LabState, id: string): LabUpdate {
  return make(state, { type: 'open', id }, state.wish);
}

function make(state: LabState, building: Building, wish: LabState['wish']): LabUpdate {
  const quiet = { failure: null, running: false, pausing: false };
  return { state: { ...state, ...quiet, building, wish }, commands: [building] };
}

function own(state: LabState, pixels: Uint8Array | null): LabUpdate {
  const { model } = state;
  if (!model || (pixels && !ownFits(pixels, model))) return only({ ...state, own: pixels });
  const watched = pixels ? model.gallery.count : Math.min(state.watched, model.gallery.count - 1);
  const commands: LabCommand[] = [
    { type: 'own', pixels },
    { type: 'watch', image: watched },
  ];
  return { state: { ...state, own: pixels, watched }, commands };
}

function sight(state: LabState): LabUpdate {
  const { model, building, seesSnapshots: snapshots } = state;
  return { state, commands: model && !building ? [{ type: 'sight', snapshots }] : [] };
}

function hear(state: LabState, event: LabEvent): LabUpdate {
  switch (event.type) {
    case 'loading':
      return only({ ...state, loading: event.loaded < event.total ? event : null });
    case 'ready':
      return ready(state, event);
    case 'failed':
      return event.lost ? only(lost(state, event.reason)) : failedHere(state, event.reason);
    case 'diverged':
      return state.building ? only(state) : diverged(state, event);
    case 'given':
    case 'symbols':
      return only(state);
    case 'saved':
    case 'unsaved':
      return only(follow(state, event));
    default:
      return only(state.building ? state : follow(state, event));
  }
}

/** A run that cannot be opened leaves the reader with a fresh model, and with the reason. */
function failedHere(state: LabState, reason: string): LabUpdate {
  const nothing = state.building?.type === 'open' && state.built === null;
  if (nothing) return build({ ...state, loading: null, told: reason }, null);
  return only(broken(state, reason));
}

function broken(state: LabState, reason: string): LabState {
  const still = { building: null, loading: null, wish: null, next: null };
  return { ...state, ...still, ...failed(reason) };
}

/** The engine is gone: what was kept of the run goes on in a new one. */
function lost(state: LabState, reason: string): LabState {
  const { model, running, stepping, pausing, kept, wish } = state;
  const { step } = state.lost ?? state.progress;
  const goesOn = running && !pausing ? (stepping ? 'step' : 'train') : wish;
  const next = kept && model ? model.id : null;
  const gone = { engine: null, building: null, built: null, loading: null };
  return { ...state, ...gone, ...failed(reason), next, wish: goesOn, lost: { step, reason } };
}

/** A run that left the numbers goes back to where it was kept, and waits there. */
function diverged(state: LabState, event: Extract<LabEvent, { type: 'diverged' }>): LabUpdate {
  const { built, kept, model } = state;
  const back = kept && model ? kept.step : null;
  const told = divergenceSentence(event, built ?? state.settings, back);
  const stopped = { ...state, told };
  return back === null
    ? build(stopped, null)
    : make(stopped, { type: 'open', id: model!.id }, null);
}

/** On the CPU a lab that nobody has touched begins with less. */
function fitted(state: LabState): LabState {
  const untouched = state.next === null && state.lost === null && isDefault(state.settings);
  if (state.engine?.backend !== 'cpu' || !untouched) return state;
  const told = [state.told, cpuSentence].filter((one) => one !== null).join(' ');
  return { ...state, settings: cpuSettings, told };
}

/** A model stands at the step where it begins: show it, and do what was pressed meanwhile. */
function ready(state: LabState, model: Extract<LabEvent, { type: 'ready' }>): LabUpdate {
  if (!state.building) return only(state);
  const { wish, building } = state;
  const settings = building.type === 'reset' ? withClasses(state.settings, model.settings) : model.settings; // prettier-ignore
  const shown = { ...withModel(state, model), settings };
  if (wish !== null && settingsChanged(shown)) return build(shown, wish);
  const commands = looked(shown, wish);
  if (wish === null || wish === 'reset' || shown.finished) return { state: shown, commands };
  const begun = start(shown, wish);
  return { state: begun.state, commands: [...commands, ...begun.commands] };
}

/** How many classes there are follows from the data, which the engine has seen. */
function withClasses(settings: TrainingSettings, built: TrainingSettings): TrainingSettings {
  if (settings.data !== built.data) return settings;
  const { numClasses } = built.model;
  return { ...settings, model: { ...settings.model, numClasses } };
}

/** A new model looks at what the reader had chosen; an idle one finds out once how fast this device is. */
function looked(state: LabState, wish: LabState['wish']): LabCommand[] {
  const { own, watched, measured } = state;
  const commands: LabCommand[] = [];
  if (!state.seesSnapshots) commands.push(...sight(state).commands);
  if (own) commands.push({ type: 'own', pixels: own });
  if (watched > 0) commands.push(...watch(state, watched));
  if (measured === null && wish === null) commands.push({ type: 'measure' });
  return commands;
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
