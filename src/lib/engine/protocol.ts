/**
 * What the page and the engine say to each other: plain data only, so that it crosses to a worker as it is.
 *
 * A widget's request is a `compute` message with the widget's name; a newer request of the same widget supersedes an
 * older one that has not begun. The lab is driven by commands and answers with events.
 */
import type { computations } from './computations/index.ts';
import type { TrainingSettings } from '../training/settings.ts';

export type BackendName = 'webgl' | 'cpu';

/** Where the engine runs, and a sentence for the reader when that is not the usual place. */
export interface EngineInfo {
  backend: BackendName;
  where: 'worker' | 'page';
  announcement: string | null;
}

export type {
  PatchEmbeddingRequest,
  PatchEmbeddingResult,
} from './computations/patch-embedding.ts';

/** A computation's name, request and result are those of its function. */
type Computations = typeof computations;
export type ComputationName = keyof Computations;
export type RequestOf<Name extends ComputationName> = Parameters<Computations[Name]>[0];
export type ResultOf<Name extends ComputationName> = Awaited<ReturnType<Computations[Name]>>;

export type ToEngine =
  /** Choose a backend; the list says which to try, in order. */
  | { type: 'start'; backends: BackendName[]; baseUrl: string }
  | { type: 'compute'; id: number; widget: string; name: ComputationName; request: unknown }
  | { type: 'lab'; command: LabCommand };

export type FromEngine =
  | { type: 'started'; backend: BackendName }
  | { type: 'startFailed'; reason: string }
  | { type: 'computed'; id: number; result: unknown; milliseconds: number }
  | { type: 'superseded'; id: number }
  | { type: 'computeFailed'; id: number; reason: string }
  | { type: 'lab'; event: LabEvent };

export type LabCommand =
  /** Build a fresh model from the settings (loading data first where needed); ends in a `ready` event. */
  | { type: 'reset'; settings: TrainingSettings }
  | { type: 'train' }
  | { type: 'pause' }
  /** One step, then pause. */
  | { type: 'step' }
  /** Choose the image of the gallery whose attention the snapshots show. */
  | { type: 'watch'; image: number };

export type LabEvent =
  /** Bytes of training images so far; training may already run while they arrive. */
  | { type: 'loading'; text: string; loaded: number; total: number }
  | ({ type: 'ready' } & LabReady)
  | ({ type: 'progress' } & LabProgress)
  | ({ type: 'evaluation' } & LabEvaluation)
  | ({ type: 'snapshot' } & LabSnapshot)
  | { type: 'paused'; finished: boolean }
  | { type: 'failed'; reason: string };

/** A fresh model stands at step 0. */
export interface LabReady {
  parameterCount: number;
  classNames: string[];
  imageSize: number;
  inChannels: number;
  /** Some validation images, shown with their predictions: pixels 0 to 255, [count, S, S, C]. */
  gallery: { pixels: Uint8Array; labels: number[]; count: number };
}

/** The training steps since the last such event. */
export interface LabProgress {
  /** Steps taken in all. */
  step: number;
  epoch: number;
  /** Mean cross-entropy of each new step's batch, nats; the last one belongs to `step`. */
  losses: Float32Array;
  /** Fraction of each new step's batch that was right, before its update. */
  accuracies: Float32Array;
  /** Of the last steps' median. */
  imagesPerSecond: number;
  learningRate: number;
}

export interface LabEvaluation {
  step: number;
  /** Over the whole validation set, nats. */
  loss: number;
  /** 0 to 1. */
  accuracy: number;
}

/** What the model makes of the gallery at a step. */
export interface LabSnapshot {
  step: number;
  /** Softmax of the logits: [count, classes]. */
  probabilities: Float32Array;
  /** Which image of the gallery the attention belongs to. */
  watched: number;
  /** Attention weights of the watched image: [L, H, T, T] with T tokens, query rows; token 0 is the class token. */
  attention: Float32Array;
  /** L, H and T. */
  attentionShape: [number, number, number];
  /** Cosine similarity of the patches' positions: [N, N]; null when there are none. */
  positionSimilarity: Float32Array | null;
}
