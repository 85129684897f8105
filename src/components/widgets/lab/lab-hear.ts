/** How the lab's state follows what the engine tells of a run. */
import { whole } from '../../../lib/figures/words.ts';
import { extendCurve } from '../../../lib/figures/thin-curve.ts';
import type { LabEvent, LabProgress, LabReady } from '../../../lib/engine/lab-protocol.ts';
import { freshRun, recentSteps, type LabState } from './lab-state.ts';
import { announceEvaluation, announcePause, announceReady, testSentence } from './lab-words.ts';

type RunEvent = Exclude<LabEvent, { type: 'loading' | 'ready' | 'failed' | 'diverged' | 'given' | 'symbols' }>; // prettier-ignore

/** A model stands at the step where it begins, with the curves that led there. */
export function withModel(state: LabState, ready: LabReady): LabState {
  const { settings, step, epoch, losses, accuracies, evaluations, test, gallery } = ready;
  const fresh = freshRun(settings);
  const own = ownFits(state.own, ready) ? state.own : null;
  const count = gallery.count + (own ? 1 : 0);
  const note = noteOf(state, ready);
  return {
    ...state,
    ...fresh,
    model: ready,
    built: settings,
    building: null,
    loading: null,
    wish: null,
    lost: null,
    note,
    told: null,
    next: null,
    own,
    progress: { ...fresh.progress, step, epoch },
    losses: extendCurve(fresh.losses, losses, step),
    accuracies: extendCurve(fresh.accuracies, accuracies, step),
    recent: {
      losses: [...losses.slice(-recentSteps)],
      accuracies: [...accuracies.slice(-recentSteps)],
    },
    evaluations,
    test,
    finished: step >= settings.totalSteps,
    kept: step > 0 ? { step, lasting: state.kept?.lasting ?? true } : null,
    watched: Math.min(state.watched, count - 1),
    announcement: joined([note, announceReady(ready)]) ?? '',
  };
}

function noteOf({ lost, told }: LabState, { step, note }: LabReady): string | null {
  return joined([told, lossNote(lost, step), note]);
}

/** Sentences one after the other; null when there are none. */
function joined(sentences: (string | null)[]): string | null {
  return sentences.filter((one) => one !== null).join(' ') || null;
}

function lossNote(lost: LabState['lost'], step: number): string | null {
  if (!lost) return null;
  const goesOn = step > 0 ? `the run goes on from step ${whole(step)}, as it was last kept` : 'the run begins anew'; // prettier-ignore
  return `At step ${whole(lost.step)}, ${lost.reason}: ${goesOn}.`;
}

/** Whether a picture of the reader's own has the model's size. */
export function ownFits(own: Uint8Array | null, { imageSize, inChannels }: LabReady): boolean {
  return own !== null && own.length === imageSize ** 2 * inChannels;
}

/** What a run tells of itself. */
export function follow(state: LabState, event: RunEvent): LabState {
  switch (event.type) {
    case 'progress':
      return progressed(state, event);
    case 'evaluation': {
      const { step, loss, accuracy } = event;
      return {
        ...state,
        evaluations: [...state.evaluations, { step, loss, accuracy }],
        evaluation: event,
        announcement: announceEvaluation(state, event),
      };
    }
    case 'tested': {
      const { step, loss, accuracy } = event;
      const test = { step, loss, accuracy };
      return { ...state, test, announcement: testSentence(test, event.count) };
    }
    case 'snapshot':
      return { ...state, snapshot: event };
    case 'walk':
      return { ...state, walk: event };
    case 'saved':
      return { ...state, kept: { step: event.step, lasting: event.lasting }, unkept: null };
    case 'unsaved': {
      const { reason } = event;
      return { ...state, unkept: reason, announcement: state.unkept === reason ? state.announcement : reason }; // prettier-ignore
    }
    case 'note':
      return { ...state, note: joined([state.note, event.text]), announcement: event.text };
    case 'measured':
      return state.built
        ? { ...state, measured: { imagesPerSecond: event.imagesPerSecond, settings: state.built } }
        : state;
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

function progressed(state: LabState, event: LabProgress): LabState {
  const { losses, accuracies, gradientNorms, step, epoch, imagesPerSecond, learningRate } = event;
  return {
    ...state,
    running: true, // a `paused` that crossed a `train` on its way may have said otherwise
    progress: { step, epoch, imagesPerSecond, learningRate },
    losses: extendCurve(state.losses, losses, step),
    accuracies: extendCurve(state.accuracies, accuracies, step),
    gradientNorms: extendCurve(state.gradientNorms, gradientNorms, step),
    recent: {
      losses: [...state.recent.losses, ...losses].slice(-recentSteps),
      accuracies: [...state.recent.accuracies, ...accuracies].slice(-recentSteps),
    },
  };
}
