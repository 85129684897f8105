/** What the page and the lab say to each other: commands one way, events the other, plain data only. */
import type { DivergedWhat } from './diverged.ts';
import type { RunEvaluation, SavedRun } from '../io/run-document.ts';
import type { TrainingSettings } from '../training/settings.ts';
import type { PlainTensor } from './read.ts';
import type { LargeUpdate, MovedParameter } from '../training/updates.ts';

export type LabCommand =
  /** Begin a new run with a fresh model (loading data first where needed); ends in a `ready` event. */
  | { type: 'reset'; settings: TrainingSettings }
  /** Go on with a run that is kept on this device; ends in a `ready` event. */
  | { type: 'open'; id: string }
  /** Go on with a run that was imported; it is kept from now on. */
  | { type: 'adopt'; run: SavedRun }
  | { type: 'train' }
  | { type: 'pause' }
  /** One step, told in full by a `walk` event, then pause. */
  | { type: 'step' }
  /** Choose the image of the gallery whose attention the snapshots show; the reader's own stands after the last. */
  | { type: 'watch'; image: number }
  /** A picture of the reader's own, classified in every snapshot: 0 to 255, [S, S, C]; null for none. */
  | { type: 'own'; pixels: Uint8Array | null }
  /** Whether anything is drawn from snapshots: while nothing is, none is taken. */
  | { type: 'sight'; snapshots: boolean }
  /** Measure the model on the test part. */
  | { type: 'test' }
  /** Hand out the run as it stands; ends in a `given` event. */
  | { type: 'give' }
  /** Hand out tensors of the watched image's way through the model, by their paths; ends in a `symbols` event. */
  | { type: 'symbols'; paths: string[] }
  /** Find out how fast this device trains the model; ends in a `measured` event unless something else is asked for. */
  | { type: 'measure' };

export type LabEvent =
  /** Bytes of training images so far; training may already run while they arrive. */
  | { type: 'loading'; text: string; loaded: number; total: number }
  | ({ type: 'ready' } & LabReady)
  | ({ type: 'progress' } & LabProgress)
  | ({ type: 'evaluation' } & LabEvaluation)
  | ({ type: 'snapshot' } & LabSnapshot)
  | ({ type: 'walk' } & LabWalk)
  | ({ type: 'tested' } & LabEvaluation)
  | { type: 'paused'; finished: boolean }
  /** The run at `step` is safe: on this device, or (not `lasting`) as long as the page is open. */
  | { type: 'saved'; step: number; at: number; lasting: boolean }
  /** It could not be kept, and why; training goes on. */
  | { type: 'unsaved'; reason: string }
  | { type: 'given'; run: SavedRun; samples: LabSamples }
  | ({ type: 'symbols' } & LabSymbols)
  | { type: 'measured'; imagesPerSecond: number; seconds: number }
  /** Something that the reader should know of how the run is trained. */
  | { type: 'note'; text: string }
  /** A number of the run is not finite (`value` says what it is); the run is let go of as it was kept last. */
  | { type: 'diverged'; step: number; what: DivergedWhat; value: string }
  | { type: 'failed'; reason: string; lost: boolean };

/** Some pictures with their labels: 0 to 255, [count, S, S, C]. */
export interface LabPictures {
  pixels: Uint8Array;
  labels: number[];
  count: number;
}

/** A model that stands at `step`: 0 when it is fresh. */
export interface LabReady {
  id: string;
  name: string;
  settings: TrainingSettings;
  step: number;
  epoch: number;
  parameterCount: number;
  classNames: string[];
  imageSize: number;
  inChannels: number;
  /** Some validation images, shown with their predictions. */
  gallery: LabPictures;
  /** Training pictures before and after augmentation; null when there is none. */
  augmented: { before: LabPictures; after: LabPictures } | null;
  /** The curves so far: one number for each step. */
  losses: Float32Array;
  accuracies: Float32Array;
  evaluations: RunEvaluation[];
  test: RunEvaluation | null;
  /** What the reader should know of how the run was found or is kept; null when all is well. */
  note: string | null;
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
  /** Norm of each new step's whole gradient, before clipping. */
  gradientNorms: Float32Array;
  /** Of the last steps' median. */
  imagesPerSecond: number;
  learningRate: number;
}

/** The model on a whole part of the data. */
export interface LabEvaluation extends RunEvaluation {
  /** How often each class (row) got each answer (column): [classes, classes]. */
  confusion: Uint32Array;
  /** How many images that were. */
  count: number;
  /** Wrong answers with the highest losses, the worst first, with their pictures in the same order. */
  mistakes: { label: number; answer: number; probability: number; loss: number }[];
  pictures: LabPictures;
}

/** What the model makes of the gallery, and of the reader's own picture after it, at a step. */
export interface LabSnapshot {
  step: number;
  /** Softmax of the logits: [count, classes]; one row more with a picture of the reader's own. */
  probabilities: Float32Array;
  /** Which image the attention belongs to. */
  watched: number;
  /** Attention weights of the watched image: [L, H, T, T] with T tokens, query rows; token 0 is the class token. */
  attention: Float32Array;
  /** L, H and T. */
  attentionShape: [number, number, number];
  /** Cosine similarity of the patches' positions: [N, N]; null when there are none. */
  positionSimilarity: Float32Array | null;
}

/** What the watched image is on its way through the model at a step. */
export interface LabSymbols {
  step: number;
  watched: number;
  /** Of the paths that were asked for, those that this model has; a batch of one. */
  tensors: Record<string, PlainTensor>;
}

/** One step, told in full: forward, loss, backward, update. */
export interface LabWalk {
  /** The step that was taken, counted from 1. */
  step: number;
  /** The first pictures of the batch, as the model saw them before mixup. */
  pictures: LabPictures;
  /** Softmax of their logits, [count, classes], and −ln of the right class's, nats. */
  probabilities: Float32Array;
  pictureLosses: Float32Array;
  /** What the first picture became on its way: rows × columns each. */
  tensors: WalkTensor[];
  /** Mean over the batch, nats. */
  loss: number;
  gradientNorm: number;
  /** What the gradient was multiplied by to be no longer than `clipNorm`. */
  clipFactor: number;
  learningRate: number;
  parameters: MovedParameter[];
  /** The numbers that moved most. */
  largest: LargeUpdate[];
}

export interface WalkTensor {
  /** A symbol of the book: `xp`, `z0`, …, `y`, `logits`. */
  name: string;
  shape: [number, number];
  values: Float32Array;
}

/** Validation pictures and this model's logits for them: what an exported model is checked against. */
export interface LabSamples {
  pixels: Uint8Array;
  count: number;
  /** [count, classes]. */
  logits: Float32Array;
}
