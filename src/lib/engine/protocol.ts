/**
 * What the page and the engine say to each other: plain data only, so that it crosses to a worker as it is.
 *
 * A widget's request is a `compute` message with the widget's name; a newer request of the same widget supersedes an
 * older one that has not begun. The lab is driven by commands and answers with events.
 */
import type { computations } from './computations/index.ts';
import type { Fault } from './faults/fault-list.ts';
import type { LabCommand, LabEvent } from './lab-protocol.ts';

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
  /**
   * Choose a backend; the list says which to try, in order. A worker holds the lock `lifeLine` from then on; `faults` are
   * those of a test build.
   */
  | {
      type: 'start';
      backends: BackendName[];
      baseUrl: string;
      lifeLine?: string;
      faults?: Fault[];
    }
  | { type: 'compute'; id: number; widget: string; name: ComputationName; request: unknown }
  | { type: 'lab'; command: LabCommand };

export type FromEngine =
  | { type: 'started'; backend: BackendName }
  | { type: 'startFailed'; reason: string }
  | { type: 'computed'; id: number; result: unknown; milliseconds: number }
  | { type: 'superseded'; id: number }
  | { type: 'computeFailed'; id: number; reason: string }
  /** The GPU context is gone, and with it everything that this engine held. */
  | { type: 'lost'; reason: string }
  | { type: 'lab'; event: LabEvent };
